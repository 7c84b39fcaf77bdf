import { definidos } from '../definidos/index.ts';

/** 1 production, 2 tests: the environment of a document, as box `TipoAmbie` of the code. */
export type Ambiente = '1' | '2';

const SITIOS: Readonly<Record<Ambiente, string>> = {
  '1': 'catalogo-vpfe.dian.gov.co',
  '2': 'catalogo-vpfe-hab.dian.gov.co',
};

/** Where the DIAN shows a document, and what its QR carries (annex 1.9, rule FAB36). */
export function direccionDeConsulta(codigo: string, ambiente: Ambiente): string {
  return `https://${SITIOS[ambiente]}/document/searchqr?documentkey=${codigo}`;
}

export interface DireccionLeida {
  direccion: string;
  /** Absent when the address is not of the DIAN's catalogue. */
  ambiente?: Ambiente;
  /** Absent when the address carries no code of 96 characters. */
  codigo?: string;
}

/**
 * Any of the catalogue's pages, the older ones too (`/Document/FindDocument?documentKey=…&partitionKey=…`,
 * `/Document/Details?TrackId=…`): the code is taken wherever it stands. The whole authority is compared,
 * so that `catalogo-vpfe.dian.gov.co@otro.co` is not taken for the DIAN's.
 */
export function leerDireccion(direccion: string): DireccionLeida {
  const [, autoridad = '', resto = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(direccion) ?? [];
  const sitio = autoridad.toLowerCase().replace(/:443$/, '');
  const ambiente = (['1', '2'] as const).find((a) => SITIOS[a] === sitio);
  const codigo = /(?<![0-9a-f])[0-9a-f]{96}(?![0-9a-f])/i.exec(resto)?.[0].toLowerCase();
  return { direccion, ...definidos({ ambiente, codigo }) };
}
