import { type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';

/** What variables of an operation are where a request gives them no value. */
export function defaultValues({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}
