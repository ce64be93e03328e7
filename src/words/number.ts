/** How is a whole number written? With a comma before each three digits, in both languages. */
export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
