/** How does Microsoft's own reader of manifests see ours? The library behind `office-addin-manifest info`, whose command would report its use to Microsoft. */
import process from 'node:process';
import { OfficeAddinManifest } from 'office-addin-manifest';

const [, , path = 'manifest.xml'] = process.argv;
console.log(JSON.stringify(await OfficeAddinManifest.readManifestFile(path), null, 2));
