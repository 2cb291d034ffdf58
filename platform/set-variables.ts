/** The variables that are set: an empty one, as docker-compose.yml passes on for each that nobody set, is none. */
export function setVariables(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}
