import { createLanguageNegotiator } from './negotiate-language.js';
import { createMediaTypeNegotiator } from './negotiate-media-type.js';
import type { Negotiation } from './representation.js';

/** What chooses by Accept and Accept-Language. */
export const BUILT_IN_NEGOTIATION: Negotiation = {
  mediaType: createMediaTypeNegotiator,
  language: createLanguageNegotiator,
};
