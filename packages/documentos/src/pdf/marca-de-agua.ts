import { contornear } from './contorno.ts';
import { artificio, PAGINA, type Documento } from './documento.ts';
import { COLOR } from './estilo.ts';

/** A word in large type across the page, and a line under it. */
export interface MarcaDeAgua {
  palabra: string;
  debajo: string;
}

const DE_DEMOSTRACION: MarcaDeAgua = { palabra: 'DEMOSTRACIÓN', debajo: 'sin validez' };

/** A short word is set larger: it goes across the page too. */
const tamanoDe = (palabra: string) => Math.min(110, (76 * DE_DEMOSTRACION.palabra.length) / palabra.length);

/** Across the page, under everything else: «DEMOSTRACIÓN, sin validez» unless told. */
export function marcaDeAgua(documento: Documento, { palabra, debajo } = DE_DEMOSTRACION): void {
  const x = PAGINA.ancho / 2;
  const y = PAGINA.alto / 2 + 80;
  artificio(documento, 'Layout', () => {
    documento.save().rotate(-45, { origin: [x, y] });
    const marca = { fuente: 'negra', color: COLOR.marcaDeAgua } as const;
    contornear(documento, palabra, { ...marca, tamano: tamanoDe(palabra) }, { x, y });
    contornear(documento, debajo, { ...marca, tamano: 44 }, { x, y: y + 52 });
    documento.restore();
  });
}
