/** How is a slip number shortened for reading? All of its digits stand below the heading and in tooltips. */
export const shortNumber = (slipNumber: string): string => slipNumber.replace(/^0+(?=\d)/, '');
