import { jsonEnvelope, type ListedError } from '@faultless/express';

const isListed = (errors: unknown): errors is readonly ListedError[] => Array.isArray(errors);

/** The body that RealWorld's clients know: `{ "errors": { "body": ["title can't be empty"] } }`. */
export const legacyErrors = jsonEnvelope(({ title, detail, errors }) => ({
  errors: {
    body: isListed(errors)
      ? errors.map((error) => `${error.pointer.split('/').at(-1) ?? ''} ${error.detail}`)
      : [detail ?? title],
  },
}));
