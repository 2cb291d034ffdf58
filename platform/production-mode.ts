/** GraphQL.js leaves out its checks for developers then, a tenth of the time of a query. Import it first: it is read once. */
process.env.NODE_ENV ??= 'production';
