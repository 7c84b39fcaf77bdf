import { adjuntar, type Adjunto } from '../pdf/adjuntar.ts';
import { crearDocumento, terminar, type Documento, type Elemento } from '../pdf/documento.ts';
import { dibujarBanda } from './banda.ts';
import { dibujarEncabezado } from './encabezado.ts';
import { dibujarBloque, dibujarFondos, dibujarPie } from './pagina.ts';
import { planear, type PaginaPlaneada } from './plan.ts';
import { llenar } from './plantilla.ts';
import type { Disposicion, PedidoImpreso } from './tipos.ts';

/**
 * A form as a PDF, not yet sealed: drawn from its layout, tagged, built as PDF/A-3a, with the data attached. The same
 * request gives the same bytes.
 *
 * Every value is printed whole; what does not fit one page goes on to another, and a box that the layout does not know
 * takes a row of its own.
 *
 * @throws RangeError when `codigoBarras` is not a GS1 element string, or a template asks for what is not there
 */
export async function renderizarFormulario(
  disposicion: Disposicion,
  pedido: PedidoImpreso,
): Promise<Uint8Array> {
  const documento = crearDocumento({
    titulo: disposicion.documento,
    asunto: llenar(disposicion.asunto, pedido),
    autor: 'Autogestión, implementación independiente',
    creadoEn: pedido.generadoEn,
  });
  documento.addPage();
  const paginas = planear(documento, disposicion, pedido);

  const raiz = documento.struct('Document');
  documento.addStructure(raiz);
  const agregar = (hijos: Elemento[]) => hijos.forEach((hijo) => raiz.add(hijo));
  paginas.forEach((pagina, i) => {
    if (i > 0) documento.addPage();
    dibujarFondos(documento, pagina.bloques, pedido);
    agregar(dibujarCabeza(documento, disposicion, pedido, pagina));
    agregar(pagina.bloques.map((bloque) => dibujarBloque(documento, bloque)));
    agregar([dibujarPie(documento, disposicion, pedido, { numero: i + 1, total: paginas.length })]);
  });
  raiz.end();

  const { generadoEn, adjuntos = [] } = pedido;
  for (const adjunto of [datosAdjuntos(disposicion, pedido), ...adjuntos]) {
    adjuntar(documento, adjunto, generadoEn);
  }
  return terminar(documento);
}

function dibujarCabeza(
  documento: Documento,
  disposicion: Disposicion,
  pedido: PedidoImpreso,
  { hoja, encabezado }: PaginaPlaneada,
): Elemento[] {
  if (encabezado) return dibujarEncabezado(documento, disposicion, pedido, encabezado);
  const esPrimera = hoja === disposicion.hojas[0];
  return dibujarBanda(documento, disposicion, pedido, {
    parte: hoja.nombre ?? (esPrimera ? 'continuación' : `hoja ${hoja.clave}`),
    avisos: (hoja.avisos ?? []).map((aviso) => llenar(aviso, pedido, hoja.clave)),
  });
}

function datosAdjuntos({ adjunto }: Disposicion, { datos }: PedidoImpreso): Adjunto {
  return {
    nombre: adjunto,
    tipo: 'application/json',
    descripcion: 'Datos de este formulario, para que los lea un programa',
    bytes: Buffer.from(JSON.stringify(datos), 'utf8'),
  };
}
