/** 猶予: how many business days lie between the due date and a reminder? */

/** E-money and QR payments have reached offices two weeks later. */
export const USUAL_GRACE = 10;
export const LONGEST_GRACE = 60;
