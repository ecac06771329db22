import type { Project } from '../../project/model';
import { fileNameOf } from '../file-name';
import type { FormatFile } from '../format';
import { xmlText } from '../uima/xml-text';
import { APPLICATION, TEI } from './names';
import { taxonomy } from './taxonomy';

/** What is written of a project without articles: its codebook, and no text. */
export function emptyDocument({ info, codebook }: Project): FormatFile {
  const data = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="${TEI}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>${xmlText(info.name)}</title></titleStmt>
      <publicationStmt><p>Exported from the project “${xmlText(info.name)}”.</p></publicationStmt>
      <sourceDesc><p>The project has no articles.</p></sourceDesc>
    </fileDesc>
    <encodingDesc>
      <appInfo>
        <application ident="${APPLICATION}" version="1"><label>Marginalia</label></application>
      </appInfo>
      <classDecl>
${taxonomy(codebook, codebook.layers)}      </classDecl>
    </encodingDesc>
  </teiHeader>
  <text><body><p/></body></text>
</TEI>
`;
  return { path: `${fileNameOf(info.name)}.xml`, data };
}
