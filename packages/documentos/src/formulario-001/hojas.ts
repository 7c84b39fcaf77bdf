import { aplicar, artificio, elemento, type Documento, type Elemento } from '../pdf/documento.ts';
import { imprimible } from '../pdf/texto.ts';
import { ANCHO, COLOR, IZQUIERDA, MARGEN } from '../pdf/estilo.ts';
import { HOJAS } from './disposicion.ts';
import { enFilas, medirFila, repartir, type Bloque } from './plan.ts';
import type { BloqueImpreso, PedidoFormulario001 } from './tipos.ts';

/** A page of a sheet after the first. */
export interface PaginaDeHoja {
  hoja: string;
  bloques: Bloque[];
}

const ALTO_BANDA = 20;
const ALTO_AVISO = 22;
const INICIO = MARGEN + ALTO_BANDA + ALTO_AVISO + 8;
export const ESCALA_DE_HOJAS = 1;

/** Each sheet begins on a page, as on the form, and takes as many as it needs; a block stays in one piece. */
export function planearHojas(documento: Documento, bloques: readonly BloqueImpreso[]): PaginaDeHoja[] {
  const hojas = [...new Set(bloques.map(({ hoja }) => hoja))];
  return hojas.flatMap((hoja) => {
    const secciones = bloques
      .filter((bloque) => bloque.hoja === hoja)
      .map(({ nombre, casillas }) => ({
        seccion: imprimible(documento, nombre),
        filas: enFilas(casillas, HOJAS, ANCHO).map((f) =>
          medirFila(documento, f.casillas, f.anchos, ESCALA_DE_HOJAS),
        ),
        entera: true as const,
      }));
    const inicio = { primera: INICIO, siguientes: INICIO };
    return repartir(secciones, inicio).map((suyos) => ({ hoja, bloques: suyos }));
  });
}

/**
 * Band with the number of the sheet, and whose it is: a loose page says what it belongs to, and that only the first
 * sheet proves the registration (DUR 1.6.1.2.21).
 */
export function dibujarEncabezadoDeHoja(
  documento: Documento,
  pedido: PedidoFormulario001,
  hoja: string,
): Elemento[] {
  artificio(documento, 'Layout', () => {
    documento.rect(IZQUIERDA, MARGEN, ANCHO, ALTO_BANDA).fill(COLOR.petroleo);
    documento.rect(IZQUIERDA, MARGEN + ALTO_BANDA, ANCHO, ALTO_AVISO).fill(COLOR.niebla);
  });
  artificio(documento, 'Pagination', () => {
    aplicar(documento, { fuente: 'seminegra', tamano: 8.5, color: COLOR.papel });
    const texto = `001 · Formulario del Registro Único Tributario · n.º ${pedido.numeroFormulario} · hoja ${hoja}`;
    documento.text(texto, IZQUIERDA + 12, MARGEN + 5, { lineBreak: false });
  });
  const valor = (numero: string) => pedido.casillas.find((c) => c.numero === numero)?.valor ?? '';
  const renglones = [
    `Hoja ${hoja} del RUT con NIT ${valor('5')}-${valor('6')}, versión ${pedido.version}. ${pedido.estado}.`,
    'La inscripción la prueba la primera hoja, con su leyenda (DUR 1.6.1.2.21). Implementación independiente; no es un documento de la DIAN.',
  ];
  return renglones.map((texto, i) =>
    elemento(documento, 'P', {}, [
      () => {
        aplicar(documento, { fuente: i === 0 ? 'seminegra' : 'regular', tamano: 6.8, color: COLOR.tinta });
        documento.text(texto, IZQUIERDA + 12, MARGEN + ALTO_BANDA + 2.6 + i * 9, { width: ANCHO - 24 });
      },
    ]),
  );
}
