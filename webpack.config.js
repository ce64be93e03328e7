/**
 * The static site: the pane that Excel loads, and the browser workbook for people without Excel.
 *
 * `SITE` is the address that the manifest shall name (https, no closing slash); `OFFICE_JS=cdn` loads Microsoft's copy of Office.js instead of ours.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';

const root = import.meta.dirname;
const DEV_SITE = 'https://localhost:3000';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Of Office.js only what Excel asks for, unmodified: its licence forbids changes, and its loader names these files. */
const OFFICE_FILES = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-win32-16.00.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'ja-jp/office_strings.js',
  'en-us/office_strings.js',
];

export default (_environment, { mode = 'production' }) => {
  const isProduction = mode === 'production';
  const site = process.env.SITE ?? DEV_SITE;
  if (!/^https:\/\/[^/?#]+(\/[^?#]*[^/?#])?$/.test(site)) throw new Error(`SITE=${site}: Excel loads add-ins from https only, written without a closing slash`);
  const officeJs = process.env.OFFICE_JS === 'cdn' ? CDN : 'office/office.js';
  const officeHost = process.env.OFFICE_JS === 'cdn' ? ` ${new URL(CDN).origin}` : '';
  const page = (filename, template, chunks, beforeOffice = []) =>
    new HtmlPlugin({
      filename,
      template: join('src', template),
      chunks,
      scriptLoading: 'defer',
      minify: false,
      templateParameters: { officeJs, beforeOffice, csp: contentSecurityPolicy(officeHost) },
    });
  return {
    mode,
    context: root,
    entry: { pane: './src/addin.tsx', workbench: './src/workbench/main.tsx', host: './src/workbench/paneHost.ts' },
    output: { path: join(root, 'dist'), filename: '[name].js', chunkFilename: '[name].js', clean: true },
    devtool: isProduction ? false : 'source-map',
    resolve: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      fallback: { buffer: join(root, 'node_modules/buffer/index.js'), stream: false, string_decoder: false },
    },
    module: {
      rules: [
        { test: /\.tsx?$/, use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } } },
        // Nothing happens by being imported, so that what is not used is left out; only the classes of the workbench register themselves.
        { test: /\.tsx?$/, exclude: /[\\/]workbench[\\/]/, sideEffects: false },
      ],
    },
    plugins: [
      new webpack.NormalModuleReplacementPlugin(/^\.\.\/encodings$/, join(root, 'src/charset/encodings.cjs')),
      page('pane.html', 'pane/pane.html', ['pane']),
      page('workbook-pane.html', 'pane/pane.html', ['pane'], ['host.js']),
      page('index.html', 'workbench/index.html', ['workbench']),
      page('help.html', 'help.html', []),
      new CopyPlugin({
        patterns: [
          ...OFFICE_FILES.map((file) => ({ from: join('node_modules/@microsoft/office-js/dist', file), to: join('office', file), info: { minimized: true } })),
          { from: 'assets/icon-*.png', to: 'assets/[name][ext]' },
          { from: 'assets/samples', to: 'samples' },
          { from: 'manifest.xml', to: 'manifest.xml', transform: () => readFileSync(join(root, 'manifest.xml'), 'utf8').replaceAll(DEV_SITE, site) },
        ],
      }),
    ],
    // The minifier of the compiler that the tests use: as small as webpack's own, in half the time.
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
    performance: { hints: false },
  };
};

const contentSecurityPolicy = (officeHost) =>
  [
    "default-src 'none'",
    `script-src 'self'${officeHost}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
