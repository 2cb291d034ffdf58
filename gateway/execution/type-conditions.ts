import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/** Whether an object of this type is one that a fragment on the condition selects from. */
export function meetsCondition(schema: GraphQLSchema, typeName: unknown, condition: string): boolean {
  if (typeName === condition) return true;
  const type = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
  const abstract = schema.getType(condition);
  return isObjectType(type) && isAbstractType(abstract) && schema.isSubType(abstract, type);
}
