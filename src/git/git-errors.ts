import { Errors } from 'isomorphic-git';
import { Failure } from '../core/failure.ts';

/** Of what a server says, so much is kept for reports. */
export const longestDetail = 300;

/** Errors of isomorphic-git that are expected, as failures of ours. */
export async function failing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
}

function failureOf(error: unknown): unknown {
  if (error instanceof Failure) return error;
  const options = { cause: error };
  if (error instanceof Errors.SmartHttpError || error instanceof Errors.ParseError)
    return new Failure('sync/not-git', '', options);
  if (error instanceof Errors.HttpError)
    return new Failure('sync/server-error', `status ${String(error.data.statusCode)}`, options);
  const damaged =
    error instanceof Errors.NotFoundError ||
    error instanceof Errors.InternalError ||
    error instanceof Errors.ObjectTypeError;
  return damaged ? new Failure('sync/damaged', error.message.slice(0, longestDetail), options) : error;
}
