/** How does a script build the site? By the project's own webpack.config.js. */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import webpack, { type Compiler, type Configuration } from 'webpack';

/** `folder`: where the site goes; without it, where `npm run build` puts it. */
export async function siteCompiler(folder?: string): Promise<Compiler> {
  const { default: configure } = (await import(pathToFileURL(join(process.cwd(), 'webpack.config.js')).href)) as {
    default: (environment: object, options: { mode: string }) => Configuration;
  };
  const configuration = configure({}, { mode: 'production' });
  return webpack(folder === undefined ? configuration : { ...configuration, output: { ...configuration.output, path: folder } });
}
