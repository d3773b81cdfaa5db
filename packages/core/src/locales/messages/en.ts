import type { ExtraMessageKey } from '../../mappers/built-in-mapper.js';
import type { MappedCode } from '../../mappers/registry.js';

/** What mapped errors tell the client, by their stable code; `{placeholders}` are numbers or names. */
export const MESSAGES_EN = {
  body_malformed:
    'The body could not be read: it is not what its media type says, or it breaks off.',
  body_too_large: 'The body is larger than what is accepted here.',
  body_too_large_limit: 'The body is larger than the {limit} bytes that are accepted here.',
  body_nested_too_deep: 'The form is nested deeper than is accepted here.',
  parameters_too_many: 'The form has more parameters than are accepted here.',
  content_encoding_unsupported:
    'The body is compressed in a way that is not supported; Accept-Encoding names those that are.',
  content_encoding_malformed: 'The compressed body is damaged or incomplete.',
  charset_unsupported: 'The charset of the body is not supported; send it as UTF-8.',
  content_length_mismatch: 'The body is not as long as its Content-Length says.',
  body_verification_failed: 'The body did not pass the check that is made before it is read.',
  request_aborted: 'The connection was closed before the request had arrived in full.',
  media_type_unsupported: 'The media type of the body is missing or not supported.',
  file_too_large: 'A file is larger than what is accepted here.',
  file_too_small: 'A file is empty or smaller than what is accepted here.',
  files_too_many: 'There are more files than are accepted here.',
  file_unexpected: 'A file was sent in a field that takes no file, or no more of them.',
  form_parts_too_many: 'The form has more parts than are accepted here.',
  form_fields_too_many: 'The form has more fields than are accepted here.',
  form_field_too_large: 'A field of the form is larger than what is accepted here.',
  form_field_name_invalid: 'The name of a form field is missing, too long or nested too deep.',
  form_malformed: 'The form could not be read: it breaks off or is not well-formed.',
  path_malformed: 'The address contains percent-encoding that is not valid.',
  validation_failed: 'Some of what was sent is not valid; errors says what, and where.',
  value_invalid: 'This value is not valid.',
  member_missing: 'This member is required.',
  member_unknown: 'This member is not known here.',
  value_kind_wrong: 'This value is not of the right kind.',
  value_too_small: 'This value is too small.',
  value_too_large: 'This value is too large.',
  value_not_listed: 'This value is not one of those that are possible.',
  text_too_short: 'This text is too short.',
  text_too_long: 'This text is too long.',
  token_expired: 'The access token has expired; get a new one and try again.',
  token_not_active: 'The access token is not valid yet; check the clock of whoever issued it.',
  token_malformed: 'The access token could not be read; send it exactly as it was issued.',
  token_signature_invalid: 'The signature of the access token is not valid.',
  token_claims_invalid:
    'The access token was not issued for this service, or by somebody it does not trust.',
  token_key_unknown:
    'The access token was signed with a key that is not known here; get a new one.',
  token_invalid: 'The access token is not valid here; get a new one and try again.',
  token_revoked: 'The access token has been revoked; sign in again.',
  token_verification_misconfigured:
    'The server could not check the access token because of a fault of its own.',
  token_keys_unavailable: 'The access token cannot be checked at the moment; try again shortly.',
  credentials_missing: 'This needs credentials, and the request has none; sign in and try again.',
  credentials_malformed: 'The credentials were not sent in the form that is expected.',
  authentication_failed: 'The credentials were not accepted; check them and try again.',
  scope_insufficient:
    'The access token does not permit this; get one with the scope that is needed.',
  dpop_proof_invalid: 'The DPoP proof does not fit this request.',
  csrf_token_invalid:
    'The form has expired or came from elsewhere; reload the page and send it again.',
  permission_denied: 'You are not permitted to do this.',
  signature_invalid: 'The signature of what was sent is missing, too old, or does not fit it.',
  already_exists: 'Something with these values exists already.',
  still_referenced:
    'Something else still refers to this, or this refers to something that is not there.',
  changed_meanwhile:
    'It was changed by somebody else in the meantime; load it again and repeat the change.',
  value_not_accepted:
    'A value that was sent can not be stored: it is missing, too long or not of the right kind.',
  record_not_found: 'What the request is about is not there.',
  transaction_conflict:
    'Others were changing the same data at the same moment; the request can be repeated.',
  database_unavailable: 'The data can not be reached at the moment.',
  database_timeout: 'Reading or writing the data took longer than is allowed.',
  database_full: 'There is no room left to store what was sent.',
  database_failed:
    'Something went wrong with the stored data, and the request could not be completed.',
  graphql_document_invalid:
    'The GraphQL document can not be run: it is not well-formed, or does not fit the schema.',
  grpc_cancelled: 'A service that this request needs gave the work up.',
  grpc_failed: 'A service that this request needs failed.',
  grpc_invalid_argument:
    'A value that was sent is not accepted by a service that this request needs.',
  grpc_deadline_exceeded: 'A service that this request needs did not answer in time.',
  grpc_not_found: 'What the request is about is not known to the service that keeps it.',
  grpc_already_exists: 'What the request would make exists already.',
  grpc_refused: 'A service that this request needs did not let this server in.',
  grpc_exhausted: 'A service that this request needs takes no more requests at the moment.',
  grpc_aborted: 'The request conflicts with another one at the same moment; it can be repeated.',
  grpc_unimplemented: 'A service that this request needs does not offer this.',
  grpc_unavailable: 'A service that this request needs is not available at the moment.',
  aws_conflict: 'It was changed by somebody else in the meantime, or exists already.',
  aws_throttled: 'A service that this request needs takes no more requests at the moment.',
  aws_failed: 'A service that this request needs failed.',
  aws_misused: 'Something went wrong on our side, and the request could not be completed.',
  upstream_timeout: 'A service that this request needs did not answer in time.',
  upstream_unavailable: 'A service that this request needs takes no more requests at the moment.',
  dependency_unavailable: 'Something that this request needs can not be reached at the moment.',
  storage_full: 'There is no room left to store what was sent.',
  server_exhausted: 'The server has more to do at the moment than it can hold.',
  deadline_exceeded: 'The request took longer than is allowed.',
  work_aborted: 'The work on this request was given up before it was done.',
  upstream_failed: 'A service that this request needs did not give a usable answer.',
} as const satisfies Record<MappedCode | ExtraMessageKey, string>;
