/** Stands in the layouts' `<meta http-equiv="content-security-policy">` until the built pages are finished. */
export const policyPlaceholder = '__POLICY__';
