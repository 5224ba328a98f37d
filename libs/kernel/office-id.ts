/** What ids chosen by an office look like: short words in lower case. */
export const officeIdPattern = /^[a-z][a-z0-9-]{0,39}$/;
