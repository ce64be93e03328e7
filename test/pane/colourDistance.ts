/** How far apart are two colours for an eye? CIEDE2000, after the simulation of Machado, Oliveira and Fernandes (2009) at full strength. */
export const EYES = ['normal', 'protan', 'deutan', 'tritan', 'grey'] as const;
export type Eye = (typeof EYES)[number];
type Triple = readonly [number, number, number];

/** Of linear red, green and blue; grey is what a printer without colours keeps. */
const SEEN: Readonly<Record<Eye, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};
const XYZ: readonly [Triple, Triple, Triple] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Triple = [0.95047, 1, 1.08883];

const times = (matrix: readonly [Triple, Triple, Triple], [a, b, c]: Triple): Triple => [
  dot(matrix[0], a, b, c),
  dot(matrix[1], a, b, c),
  dot(matrix[2], a, b, c),
];
const dot = ([x, y, z]: Triple, a: number, b: number, c: number): number => x * a + y * b + z * c;
const mapped = ([a, b, c]: Triple, change: (value: number) => number): Triple => [change(a), change(b), change(c)];

function linear(hex: string): Triple {
  const part = (at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255;
  return mapped([part(0), part(2), part(4)], (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
}

function labOf(hex: string, eye: Eye): Triple {
  const seen = mapped(times(SEEN[eye], linear(hex)), (value) => Math.min(1, Math.max(0, value)));
  const [x, y, z] = times(XYZ, seen);
  const [fx, fy, fz] = mapped([x / WHITE[0], y / WHITE[1], z / WHITE[2]], (t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116));
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const hueOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360);
const seventh = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

export function distance(first: string, second: string, eye: Eye): number {
  const [l1, a1, b1] = labOf(first, eye);
  const [l2, a2, b2] = labOf(second, eye);
  const stretch = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const isFar = Math.abs(h1 - h2) > 180;
  const turn = h2 - h1 + (isFar ? (h2 > h1 ? -360 : 360) : 0);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const h = c1 * c2 === 0 ? h1 + h2 : (h1 + h2 + (isFar ? (h1 + h2 < 360 ? 360 : -360) : 0)) / 2;
  const t = 1 - 0.17 * Math.cos(radians(h - 30)) + 0.24 * Math.cos(radians(2 * h)) + 0.32 * Math.cos(radians(3 * h + 6)) - 0.2 * Math.cos(radians(4 * h - 63));
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * c);
  const hue = (c1 * c2 === 0 ? 0 : 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn) / 2)) / (1 + 0.015 * c * t);
  const rotation = -2 * seventh(c) * Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2))));
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue);
}

export function contrast(first: string, second: string): number {
  const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], ...linear(hex));
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
