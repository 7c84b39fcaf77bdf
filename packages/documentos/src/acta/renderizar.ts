import { adjuntar } from '../pdf/adjuntar.ts';
import {
  aplicar,
  artificio,
  crearDocumento,
  elemento,
  PAGINA,
  terminar,
  type Documento,
  type Elemento,
} from '../pdf/documento.ts';
import { ANCHO, COLOR, FIN_DEL_CUERPO, IZQUIERDA, MARGEN } from '../pdf/estilo.ts';
import { marcaDeAgua } from '../pdf/marca-de-agua.ts';
import { imprimible } from '../pdf/texto.ts';
import { bloquesDe, type Bloque } from './bloques.ts';
import { cabezaDe } from './cabeza.ts';
import type { PedidoActa, RotulosDelActa } from './tipos.ts';

/**
 * A signed act as a PDF, not yet sealed: what the person saw, who signed and how, and as attachments everything that
 * proves it. Tagged, built as PDF/A-3a. The same request gives the same bytes.
 */
export async function renderizarActa(pedido: PedidoActa): Promise<Uint8Array> {
  const { presentacion, firma, generadoEn, rotulos = DE_ACTO_FIRMADO } = pedido;
  const documento = crearDocumento({
    titulo: presentacion.titulo,
    asunto: `${rotulos.asunto}, código ${pedido.codigo}`,
    autor: 'Autogestión, implementación independiente',
    creadoEn: generadoEn,
  });
  documento.addPage();
  const cabeza = cabezaDe(documento, pedido, rotulos);
  const dicho = presentacion.secciones.flatMap((seccion) => bloquesDe(documento, seccion));
  const cierre = bloquesDe(documento, { titulo: rotulos.cierre, filas: firma });
  const paginas = repartir(
    [...juntoA(dicho, ultimos(dicho)), ...juntoA(cierre.slice(0, -1), cierre.length), ...cierre.slice(-1)],
    cabeza.fin,
    MARGEN + 26,
  );

  const raiz = documento.struct('Document');
  documento.addStructure(raiz);
  const agregar = (hijos: Elemento[]) => hijos.forEach((hijo) => raiz.add(hijo));
  paginas.forEach((ubicados, i) => {
    if (i > 0) documento.addPage();
    if (pedido.demostracion) marcaDeAgua(documento);
    if (i === 0) agregar(cabeza.dibujar());
    else continuacion(documento, presentacion.titulo);
    agregar(porSecciones(documento, ubicados));
    agregar([pie(documento, { numero: i + 1, total: paginas.length })]);
  });
  raiz.end();
  for (const adjunto of pedido.adjuntos) adjuntar(documento, adjunto, generadoEn);
  return terminar(documento);
}

type Ubicado = Bloque & { y: number };

/** The last of these go to the sheet of what follows: hashes and signatures are never alone on one. */
const juntoA = (bloques: Bloque[], cuantos: number): Bloque[] =>
  bloques.map((b, i) => (i < bloques.length - cuantos ? b : { ...b, conSiguiente: true }));

/** A short last section goes whole; of a long one, its end. */
function ultimos(bloques: Bloque[]): number {
  const ultima = bloques.at(-1)?.seccion;
  const suyos = bloques.length - bloques.findLastIndex((b) => b.tipo === 'titulo' && b.seccion === ultima);
  return suyos <= 6 ? suyos : 3;
}

/** Pieces that go together to a sheet, unless they do not fit any. */
function grupos(bloques: Bloque[], cabe: number): Bloque[][] {
  const juntos: Bloque[][] = [];
  let sigue = false;
  for (const bloque of bloques) {
    const grupo = juntos.at(-1);
    if (sigue && grupo && altoDe(grupo) + bloque.alto <= cabe) grupo.push(bloque);
    else juntos.push([bloque]);
    sigue = bloque.conSiguiente === true;
  }
  return juntos;
}

const altoDe = (bloques: Bloque[]): number => bloques.reduce((suma, { alto }) => suma + alto, 0);

/** Sheets of pieces. */
function repartir(bloques: Bloque[], primera: number, siguientes: number): Ubicado[][] {
  const paginas: Ubicado[][] = [[]];
  let y = primera;
  for (const grupo of grupos(bloques, FIN_DEL_CUERPO - siguientes)) {
    if (y + altoDe(grupo) > FIN_DEL_CUERPO && (paginas.at(-1)?.length ?? 0) > 0) {
      paginas.push([]);
      y = siguientes;
    }
    for (const bloque of grupo) {
      paginas.at(-1)?.push({ ...bloque, y });
      y += bloque.alto;
    }
  }
  return paginas;
}

/** What shares section and sheet is one element; rows that follow each other, one table; items, one list. */
function porSecciones(documento: Documento, ubicados: Ubicado[]): Elemento[] {
  const secciones: { titulo: string; hijos: Ubicado[] }[] = [];
  for (const uno of ubicados) {
    const ultima = secciones.at(-1);
    if (ultima?.titulo === uno.seccion && uno.tipo !== 'titulo') ultima.hijos.push(uno);
    else secciones.push({ titulo: uno.seccion, hijos: [uno] });
  }
  return secciones.map(({ titulo, hijos }) => {
    const partes: { de: 'Table' | 'L' | undefined; piezas: Elemento[] }[] = [];
    for (const uno of hijos) {
      const de = ENVUELTOS[uno.tipo];
      const ultima = partes.at(-1);
      if (de && ultima?.de === de) ultima.piezas.push(uno.dibujar(uno.y));
      else partes.push({ de, piezas: [uno.dibujar(uno.y)] });
    }
    return elemento(
      documento,
      'Sect',
      { title: titulo },
      partes.flatMap(({ de, piezas }) =>
        de ? [elemento(documento, de, de === 'Table' ? { title: titulo } : {}, piezas)] : piezas,
      ),
    );
  });
}

const ENVUELTOS: Readonly<Record<Bloque['tipo'], 'Table' | 'L' | undefined>> = {
  titulo: undefined,
  parrafo: undefined,
  fila: 'Table',
  item: 'L',
};

const DE_ACTO_FIRMADO: RotulosDelActa = {
  asunto: 'Acto firmado electrónicamente',
  cierre: 'Firma electrónica',
  explicacion:
    'Este documento dice lo que la persona tuvo ante sus ojos cuando firmó. Lleva adentro, como archivos adjuntos, el ' +
    'acto firmado (acto.json), las dos firmas hechas con la clave de la persona (firma.jws y firma.p7s), lo que se le ' +
    'mostró (mostrado.json) y el registro de cómo firmó (evidencia.json). El sello de la oficina cubre todo. Quien lo ' +
    'reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
};

function continuacion(documento: Documento, titulo: string): void {
  artificio(documento, 'Pagination', () => {
    documento.rect(IZQUIERDA, MARGEN, ANCHO, 18).fill(COLOR.petroleo);
    const estilo = { fuente: 'seminegra', tamano: 8.5, color: COLOR.papel } as const;
    const texto = imprimible(aplicar(documento, estilo), `${titulo} · continuación`);
    documento.text(texto, IZQUIERDA + 12, MARGEN + 4.5, { lineBreak: false });
  });
}

function pie(documento: Documento, hoja: { numero: number; total: number }): Elemento {
  const y = PAGINA.alto - 40;
  artificio(documento, 'Pagination', () => {
    documento
      .moveTo(IZQUIERDA, y)
      .lineTo(IZQUIERDA + ANCHO, y)
      .lineWidth(0.8)
      .stroke(COLOR.petroleo);
  });
  return elemento(documento, 'P', {}, [
    () => {
      aplicar(documento, { fuente: 'regular', tamano: 6.6, color: COLOR.tinta });
      documento.text(`Hoja ${hoja.numero} de ${hoja.total}`, IZQUIERDA, y + 5, {
        width: ANCHO,
        align: 'right',
      });
    },
  ]);
}
