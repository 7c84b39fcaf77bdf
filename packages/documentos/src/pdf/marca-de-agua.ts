import { contornear } from './contorno.ts';
import { artificio, PAGINA, type Documento } from './documento.ts';
import { COLOR } from './estilo.ts';

/** «DEMOSTRACIÓN, sin validez» across the page, under everything else. */
export function marcaDeAgua(documento: Documento): void {
  const x = PAGINA.ancho / 2;
  const y = PAGINA.alto / 2 + 80;
  artificio(documento, 'Layout', () => {
    documento.save().rotate(-45, { origin: [x, y] });
    const marca = { fuente: 'negra', color: COLOR.marcaDeAgua } as const;
    contornear(documento, 'DEMOSTRACIÓN', { ...marca, tamano: 76 }, { x, y });
    contornear(documento, 'sin validez', { ...marca, tamano: 44 }, { x, y: y + 52 });
    documento.restore();
  });
}
