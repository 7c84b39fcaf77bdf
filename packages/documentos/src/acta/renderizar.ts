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
import { dibujarQr } from '../pdf/qr.ts';
import { imprimible } from '../pdf/texto.ts';
import { bloquesDe, type Bloque } from './bloques.ts';
import type { PedidoActa, RotulosDelActa } from './tipos.ts';

const LADO_QR = 128;
const ALTO_FRANJA = 34;
const ALTO_AVISO = 12;

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
  const secciones = [...presentacion.secciones, { titulo: rotulos.cierre, filas: firma }];
  const paginas = repartir(
    secciones.flatMap((seccion) => bloquesDe(documento, seccion)),
    arriba(pedido) + LADO_QR + 24,
    MARGEN + 26,
  );

  const raiz = documento.struct('Document');
  documento.addStructure(raiz);
  const agregar = (hijos: Elemento[]) => hijos.forEach((hijo) => raiz.add(hijo));
  paginas.forEach((ubicados, i) => {
    if (i > 0) documento.addPage();
    if (pedido.demostracion) marcaDeAgua(documento);
    if (i === 0) agregar(encabezado(documento, pedido));
    else continuacion(documento, presentacion.titulo);
    agregar(porSecciones(documento, ubicados));
    agregar([pie(documento, { numero: i + 1, total: paginas.length })]);
  });
  raiz.end();
  for (const adjunto of pedido.adjuntos) {
    const opciones = {
      name: adjunto.nombre,
      type: adjunto.tipo,
      description: adjunto.descripcion,
      // AFRelationship (ISO 19005-3 § 6.8); the typings of pdfkit do not know it.
      relationship: 'Data',
      creationDate: generadoEn,
      modifiedDate: generadoEn,
    };
    documento.file(Buffer.from(adjunto.bytes), opciones);
  }
  return terminar(documento);
}

type Ubicado = Bloque & { y: number };

/** Sheets of pieces. A title never stays alone at the foot of one. */
function repartir(bloques: Bloque[], primera: number, siguientes: number): Ubicado[][] {
  const paginas: Ubicado[][] = [[]];
  let y = primera;
  bloques.forEach((bloque, i) => {
    const junto = bloque.tipo === 'titulo' ? (bloques[i + 1]?.alto ?? 0) : 0;
    if (y + bloque.alto + junto > FIN_DEL_CUERPO && (paginas.at(-1)?.length ?? 0) > 0) {
      paginas.push([]);
      y = siguientes;
    }
    paginas.at(-1)?.push({ ...bloque, y });
    y += bloque.alto;
  });
  return paginas;
}

/** What shares section and sheet is one element; rows that follow each other, one table. */
function porSecciones(documento: Documento, ubicados: Ubicado[]): Elemento[] {
  const secciones: { titulo: string; hijos: Ubicado[] }[] = [];
  for (const uno of ubicados) {
    const ultima = secciones.at(-1);
    if (ultima?.titulo === uno.seccion && uno.tipo !== 'titulo') ultima.hijos.push(uno);
    else secciones.push({ titulo: uno.seccion, hijos: [uno] });
  }
  return secciones.map(({ titulo, hijos }) => {
    const filas = hijos.filter(({ tipo }) => tipo === 'fila').map((uno) => uno.dibujar(uno.y));
    const otros = hijos.filter(({ tipo }) => tipo !== 'fila').map((uno) => uno.dibujar(uno.y));
    const tabla = filas.length > 0 ? [elemento(documento, 'Table', { title: titulo }, filas)] : [];
    return elemento(documento, 'Sect', { title: titulo }, [...otros, ...tabla]);
  });
}

const arriba = ({ demostracion }: PedidoActa) =>
  MARGEN + ALTO_FRANJA + ALTO_AVISO * (demostracion ? 2 : 1) + 8;

function encabezado(documento: Documento, pedido: PedidoActa): Elemento[] {
  const { presentacion, formulario, demostracion } = pedido;
  const aviso = MARGEN + ALTO_FRANJA;
  artificio(documento, 'Layout', () => {
    documento.rect(IZQUIERDA, MARGEN, ANCHO, ALTO_FRANJA).fill(COLOR.petroleo);
    documento.rect(IZQUIERDA, aviso - 3, ANCHO, 3).fill(COLOR.amarillo);
    documento.rect(IZQUIERDA, aviso, ANCHO, ALTO_AVISO).fill(COLOR.niebla);
    if (demostracion) documento.rect(IZQUIERDA, aviso + ALTO_AVISO, ANCHO, ALTO_AVISO).fill(COLOR.alerta);
  });
  const titulo = elemento(documento, 'H1', {}, [
    () => {
      const estilo = { fuente: 'negra', tamano: 13.5, color: COLOR.papel } as const;
      const texto = imprimible(aplicar(documento, estilo), presentacion.titulo);
      documento.text(`${texto} `, IZQUIERDA + 12, MARGEN + 8, { width: ANCHO - 110, lineBreak: false });
      if (formulario)
        documento.text(formulario, IZQUIERDA, MARGEN + 8, { width: ANCHO - 12, align: 'right' });
    },
  ]);
  const franja = (texto: string, y: number, fuente: 'regular' | 'negra', color: string) =>
    elemento(documento, 'P', {}, [
      () => {
        aplicar(documento, { fuente, tamano: 6.4, color });
        documento.text(texto, IZQUIERDA + 12, y + 2.4, { width: ANCHO - 24 });
      },
    ]);
  const independencia = 'Implementación independiente; no es un documento de la DIAN.';
  const y = arriba(pedido);
  return [
    titulo,
    franja(independencia, aviso, 'regular', COLOR.tinta),
    ...(demostracion
      ? [
          franja(
            'DEMOSTRACIÓN, sin validez. Los datos son ficticios.',
            aviso + ALTO_AVISO,
            'negra',
            COLOR.papel,
          ),
        ]
      : []),
    elemento(documento, 'P', {}, [
      () => {
        aplicar(documento, { fuente: 'regular', tamano: 9, color: COLOR.tinta });
        documento.text((pedido.rotulos ?? DE_ACTO_FIRMADO).explicacion, IZQUIERDA, y + 6, {
          width: ANCHO - LADO_QR - 30,
        });
      },
    ]),
    dibujarQr(documento, pedido, { x: PAGINA.ancho - MARGEN - LADO_QR, y, lado: LADO_QR }),
  ];
}

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
