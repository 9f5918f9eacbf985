/** The API key of every site under test: it must be seen by the stand-in, and nowhere else. */
export const SECRET_KEY = "LongplayTestKeyThatMustNotLeak01";
