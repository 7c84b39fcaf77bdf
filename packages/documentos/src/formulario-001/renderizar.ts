import { crearDocumento, terminar, type Elemento } from '../pdf/documento.ts';
import { dibujarEncabezado, finDelEncabezado } from './encabezado.ts';
import { dibujarEncabezadoDeHoja, ESCALA_DE_HOJAS, planearHojas } from './hojas.ts';
import { dibujarBloque, dibujarContinuacion, dibujarFondos, dibujarPie } from './pagina.ts';
import { planear } from './plan.ts';
import type { PedidoFormulario001 } from './tipos.ts';

/**
 * Form 001 as a PDF, not yet sealed: an own layout of the form, tagged, built as PDF/A-3a, with the data
 * attached as `rut.json`. The same request gives the same bytes.
 *
 * Sheet 1 first, which is the one that proves (DUR 1.6.1.2.21), and then those that the record has. Every value is
 * printed whole; what does not fit one page goes on to another.
 *
 * @throws RangeError when `codigoBarras` is not a GS1 element string
 */
export async function renderizarFormulario001(pedido: PedidoFormulario001): Promise<Uint8Array> {
  const documento = crearDocumento({
    titulo: 'Formulario 001: Registro Único Tributario (RUT)',
    asunto: `${pedido.leyenda}, formulario ${pedido.numeroFormulario}, versión ${pedido.version}`,
    autor: 'Autogestión, implementación independiente',
    creadoEn: pedido.generadoEn,
  });
  documento.addPage();
  const plan = planear(documento, pedido.casillas, (filas) => finDelEncabezado(filas, pedido.demostracion));
  const hojas = planearHojas(documento, pedido.hojas);
  const total = plan.paginas.length + hojas.length;

  const raiz = documento.struct('Document');
  documento.addStructure(raiz);
  const agregar = (hijos: Elemento[]) => hijos.forEach((hijo) => raiz.add(hijo));
  plan.paginas.forEach((bloques, i) => {
    if (i > 0) documento.addPage();
    dibujarFondos(documento, bloques, pedido.demostracion);
    if (i > 0) dibujarContinuacion(documento, pedido);
    else agregar(dibujarEncabezado(documento, pedido, plan));
    agregar(bloques.map((bloque) => dibujarBloque(documento, bloque, plan.escala)));
    agregar([dibujarPie(documento, pedido, { numero: i + 1, total })]);
  });
  hojas.forEach(({ hoja, bloques }, i) => {
    documento.addPage();
    dibujarFondos(documento, bloques, pedido.demostracion);
    agregar(dibujarEncabezadoDeHoja(documento, pedido, hoja));
    agregar(bloques.map((bloque) => dibujarBloque(documento, bloque, ESCALA_DE_HOJAS)));
    agregar([dibujarPie(documento, pedido, { numero: plan.paginas.length + i + 1, total })]);
  });
  raiz.end();

  adjuntar(documento, pedido);
  return terminar(documento);
}

function adjuntar(
  documento: ReturnType<typeof crearDocumento>,
  { datos, generadoEn }: PedidoFormulario001,
): void {
  const opciones = {
    name: 'rut.json',
    type: 'application/json',
    description: 'Datos de este formulario, para que los lea un programa',
    // AFRelationship (ISO 19005-3 § 6.8); the typings of pdfkit do not know it.
    relationship: 'Data',
    creationDate: generadoEn,
    modifiedDate: generadoEn,
  };
  documento.file(Buffer.from(JSON.stringify(datos), 'utf8'), opciones);
}
