/**
 * A workbook that only its password opens: ECMA-376 agile encryption, AES-256 and SHA-512, as Excel itself writes it.
 *
 * Source: [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15; names as there. Why not the .xlsx library's own: docs/decisions/0008-encryption.md.
 */
import { compoundFile } from './compoundFile';
import { DATA_SPACES } from './dataSpaces';
import { passwordProblem } from './password';

/** As Excel itself: what makes guessing a password slow. */
const SPIN_COUNT = 100_000;
const SALT = 16;
const BLOCK = 16;
const KEY = 32;
const HASH = 64;
const SEGMENT = 4096;
/** Rounds between two reports. */
const SPINS_TOLD = 2_000;
/** Segments between two reports. */
const SEGMENTS_TOLD = 64;
/** Making the key takes most of the time for all but the largest workbooks. */
const KEY_SHARE = 0.8;

/** What a derived key or vector is for. */
const PURPOSE = {
  verifierInput: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierHash: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  keyValue: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
  hmacKey: [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6],
  hmacValue: [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33],
} as const;

export interface EncryptOptions {
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Stops with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Fewer hashes than SPIN_COUNT: for tests of what has nothing to do with guessing. */
  readonly spins?: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Encrypts a package (the bytes of an .xlsx). The password has no problem (password.ts). */
export async function encryptWorkbook(
  content: Uint8Array,
  password: string,
  { onProgress, signal, spins = SPIN_COUNT }: EncryptOptions = {},
): Promise<Uint8Array> {
  if (passwordProblem(password) !== null) throw new RangeError('no such password');
  const keySalt = random(SALT);
  const passwordSalt = random(SALT);
  const keyValue = random(KEY);
  const told = async (share: number): Promise<void> => {
    // A message to stop must get a turn: the platform's cryptography alone would keep a worker's queue to itself.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    onProgress?.(share);
  };
  const spun = await spin(password, passwordSalt, spins, (share) => told(share * KEY_SHARE));
  const sealed = async (purpose: keyof typeof PURPOSE, plain: Bytes): Promise<Bytes> => {
    const key = (await sha512(spun, PURPOSE[purpose])).subarray(0, KEY);
    return encrypted(await aesKey(key), passwordSalt, plain);
  };
  const verifierInput = random(SALT);
  const verifier = {
    encryptedVerifierHashInput: await sealed('verifierInput', verifierInput),
    encryptedVerifierHashValue: await sealed('verifierHash', await sha512(verifierInput)),
    encryptedKeyValue: await sealed('keyValue', keyValue),
  };

  const key = await aesKey(keyValue);
  const encryptedPackage = await encryptPackage(content, key, keySalt, (share) => told(KEY_SHARE + share * (1 - KEY_SHARE)));
  const hmacKey = random(HASH);
  const sealedForIntegrity = async (purpose: keyof typeof PURPOSE, plain: Bytes): Promise<Bytes> =>
    encrypted(key, (await sha512(keySalt, PURPOSE[purpose])).subarray(0, BLOCK), plain);
  const integrity = {
    encryptedHmacKey: await sealedForIntegrity('hmacKey', hmacKey),
    encryptedHmacValue: await sealedForIntegrity('hmacValue', await hmacSha512(hmacKey, encryptedPackage)),
  };
  await told(1);
  return compoundFile([
    { name: 'EncryptionInfo', content: encryptionInfo(keySalt, passwordSalt, spins, verifier, integrity) },
    { name: 'EncryptedPackage', content: encryptedPackage },
    DATA_SPACES,
  ]);
}

/** So many hashes in a row. */
async function spin(password: string, salt: Bytes, spins: number, told: (share: number) => Promise<void>): Promise<Bytes> {
  let hash = await sha512(salt, utf16(password));
  const round = new Uint8Array(4 + HASH);
  const counter = new DataView(round.buffer);
  for (let i = 0; i < spins; i++) {
    if (i % SPINS_TOLD === 0) await told(i / spins);
    counter.setUint32(0, i, true);
    round.set(hash, 4);
    hash = new Uint8Array(await crypto.subtle.digest('SHA-512', round));
  }
  return hash;
}

/** The content's length, then its segments, each with a vector of its own; the last one filled up to a whole block. */
async function encryptPackage(content: Uint8Array, key: AesKey, salt: Bytes, told: (share: number) => Promise<void>): Promise<Bytes> {
  const whole = new Uint8Array(8 + Math.ceil(content.length / BLOCK) * BLOCK);
  new DataView(whole.buffer).setBigUint64(0, BigInt(content.length), true);
  const number = new Uint8Array(4);
  for (let index = 0; index * SEGMENT < content.length; index++) {
    if (index % SEGMENTS_TOLD === 0) await told((index * SEGMENT) / content.length);
    new DataView(number.buffer).setUint32(0, index, true);
    const vector = (await sha512(salt, number)).subarray(0, BLOCK);
    whole.set(await encrypted(key, vector, content.subarray(index * SEGMENT, (index + 1) * SEGMENT)), 8 + index * SEGMENT);
  }
  return whole;
}

type AesKey = Awaited<ReturnType<typeof aesKey>>;
const aesKey = (bytes: Bytes) => crypto.subtle.importKey('raw', bytes, 'AES-CBC', false, ['encrypt']);

/** Zeros fill the last block; the block that Web Crypto adds by itself is dropped. */
async function encrypted(key: AesKey, iv: Bytes, plain: Uint8Array): Promise<Bytes> {
  const filled = new Uint8Array(Math.ceil(plain.length / BLOCK) * BLOCK);
  filled.set(plain);
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, filled)).subarray(0, filled.length);
}

async function sha512(...parts: readonly ArrayLike<number>[]): Promise<Bytes> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-512', joined));
}

async function hmacSha512(bytes: Bytes, content: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, content));
}

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

function utf16(text: string): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), true);
  return bytes;
}

const base64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

const SCHEMAS = 'http://schemas.microsoft.com/office/2006';
/** Version 4.4, agile. */
const INFO_HEAD = [4, 0, 4, 0, 0x40, 0, 0, 0];

function encryptionInfo(
  keySalt: Bytes,
  passwordSalt: Bytes,
  spinCount: number,
  verifier: Readonly<Record<string, Bytes>>,
  integrity: Readonly<Record<string, Bytes>>,
): Bytes {
  const attributes = (values: Readonly<Record<string, string | number | Bytes>>): string =>
    Object.entries(values)
      .map(([name, value]) => ` ${name}="${value instanceof Uint8Array ? base64(value) : value}"`)
      .join('');
  const cipher = {
    saltSize: SALT,
    blockSize: BLOCK,
    keyBits: KEY * 8,
    hashSize: HASH,
    cipherAlgorithm: 'AES',
    cipherChaining: 'ChainingModeCBC',
    hashAlgorithm: 'SHA512',
  };
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
    `<encryption xmlns="${SCHEMAS}/encryption" xmlns:p="${SCHEMAS}/keyEncryptor/password" xmlns:c="${SCHEMAS}/keyEncryptor/certificate">`,
    `<keyData${attributes({ ...cipher, saltValue: keySalt })}/>`,
    `<dataIntegrity${attributes(integrity)}/>`,
    `<keyEncryptors><keyEncryptor uri="${SCHEMAS}/keyEncryptor/password">`,
    `<p:encryptedKey${attributes({ spinCount, ...cipher, saltValue: passwordSalt, ...verifier })}/>`,
    '</keyEncryptor></keyEncryptors></encryption>',
  ].join('');
  return Uint8Array.from([...INFO_HEAD, ...new TextEncoder().encode(xml)]);
}
