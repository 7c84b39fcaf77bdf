import { alturaDe, aplicar, elemento, type Documento, type Elemento, type Estilo } from '../pdf/documento.ts';
import { COLOR } from '../pdf/estilo.ts';
import { imprimible } from '../pdf/texto.ts';
import { CIFRAS, TAMANOS, tamanoDeCifra } from './cifra.ts';
import type { Pieza } from './pieza.ts';
import type { CasillaImpresa } from './tipos.ts';

/** Columns of the number of the box and of its figure, in points: sixteen digits with their points fit in small type. */
const NUMERO = 21;
const VALOR = 92;
const RELLENO = { x: 4, y: 2.4 } as const;
const ROTULO = 5.8;

interface OpcionesDeRenglon {
  /** In points. */
  ancho: number;
  /** Its name is set strong, over a tint. */
  esTotal: boolean;
  /** Of every text, so that a whole sheet can be made to fit. */
  escala: number;
}

/** A figure on the line of its name: name, number of the box and figure, each in a column of its own. */
export function medirRenglon(
  documento: Documento,
  casilla: CasillaImpresa,
  { ancho, esTotal, escala }: OpcionesDeRenglon,
): Pieza {
  const rotulo: Estilo = { fuente: esTotal ? 'seminegra' : 'regular', tamano: ROTULO * escala };
  const nombre = imprimible(aplicar(documento, rotulo), casilla.nombre);
  // The space keeps it apart from what follows when it is read aloud.
  const escrito = `${nombre} `;
  const numero = /^\d+$/.test(casilla.numero) ? casilla.numero : '';
  const valor = imprimible(aplicar(documento, { fuente: 'seminegra', tamano: 8 }), casilla.valor);
  const anchos = { rotulo: ancho - NUMERO - VALOR - 2 * RELLENO.x, valor: VALOR - 2 * RELLENO.x };
  const cifra: Estilo = {
    fuente: 'seminegra',
    tamano: tamanoDeCifra(documento, valor, anchos.valor, escala),
  };
  const altos = {
    rotulo: alturaDe(documento, escrito, rotulo, anchos.rotulo),
    valor: aplicar(documento, { ...cifra, tamano: TAMANOS[0] * escala }).currentLineHeight(),
  };
  const alto = Math.max(altos.rotulo, altos.valor) + 2 * RELLENO.y;
  return {
    clave: casilla.numero,
    ancho,
    alto,
    marco: true,
    enTabla: true,
    fondo: (x, y, altoDeFila) => {
      const desde = x + ancho - VALOR - NUMERO;
      if (esTotal) documento.rect(x, y, desde - x, altoDeFila).fill(COLOR.niebla);
      documento.rect(desde, y, NUMERO, altoDeFila).fill(COLOR.niebla);
      for (const linea of [desde, desde + NUMERO]) {
        documento.moveTo(linea, y).lineTo(linea, y + altoDeFila);
      }
      documento.lineWidth(0.5).stroke(COLOR.linea);
    },
    dibujar: (x, y, altoDeFila = alto) => {
      const alMedio = (altoDeTexto: number) => y + (altoDeFila - altoDeTexto) / 2;
      const desde = x + ancho - VALOR - NUMERO;
      return fila(documento, numero ? `Casilla ${numero}` : nombre, {
        encabezado: () => {
          aplicar(documento, { ...rotulo, color: COLOR.tinta });
          documento.text(escrito, x + RELLENO.x, alMedio(altos.rotulo), { width: anchos.rotulo });
          if (!numero) return;
          aplicar(documento, { fuente: 'seminegra', tamano: 6.4 * escala, color: COLOR.secundario });
          const alto = documento.currentLineHeight();
          documento.text(`${numero} `, desde, alMedio(alto), { width: NUMERO, align: 'center' });
        },
        dato: () => {
          aplicar(documento, { ...cifra, color: COLOR.tinta });
          const alto = documento.currentLineHeight();
          const donde = [desde + NUMERO + RELLENO.x, alMedio(alto)] as const;
          documento.text(valor, ...donde, { width: anchos.valor, align: 'right', features: CIFRAS });
        },
      });
    },
  };
}

function fila(
  documento: Documento,
  titulo: string,
  { encabezado, dato }: { encabezado: () => void; dato: () => void },
): Elemento {
  return elemento(documento, 'TR', {}, [
    elemento(documento, 'TH', { scope: 'Row' }, [encabezado]),
    elemento(documento, 'TD', { title: titulo }, [dato]),
  ]);
}
