# One image for every service of docker-compose.yml; the command says which one a container is.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package needs an install script: prebuilt parts are inside the packages.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production JEJARING_DATA=/data PORT=4000
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/seed seed
COPY --from=build /app/gateway/supergraph.graphql gateway/supergraph.graphql
COPY --from=build /app/gateway/published gateway/published
COPY --from=build /app/examples examples
COPY --from=build /app/graph-jobs/ingest/schemas graph-jobs/ingest/schemas
COPY --from=build /app/graph-jobs/sentiment/model graph-jobs/sentiment/model
COPY --from=build /app/graph-jobs/text/language/model graph-jobs/text/language/model
# Volumes take over whose a folder is: the keys of docker-compose.yml are made by the same user that reads them.
RUN mkdir -p /data /run/keys/signing /run/keys/public && chown node:node /data /run/keys/signing /run/keys/public
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --retries=5 --start-period=20s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli/main.js", "serve"]
