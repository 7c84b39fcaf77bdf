import { firmarDeclaracion, renderizarActa, urlDeQr } from '@autogestion/documentos';
import { MODALIDADES_DE_NUMERACION } from '@autogestion/normas/factura';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { contactoDeTitular } from '../../../rut/index.ts';
import type { TipoDocumento } from '../../../sello/index.ts';
import { rangoPorId, type Rango } from './consultas.ts';
import { enNumeros, enRango } from './palabras.ts';

/** Kind of document: the authorization of numbering, form 1876. */
export const FORMATO_1876 = 'facturas.formato-1876';

export const claveDelFormato = (rango: string): string => `${FORMATO_1876}:${rango}`;

export function tipoFormato1876(urlPublica: string): TipoDocumento {
  const archivo = 'formato-1876';
  return {
    tipo: FORMATO_1876,
    nombre: 'Autorización de numeración de facturación (formato 1876)',
    nombreArchivo: (d) => `${archivo}-${d.idPublico}.pdf`,
    cargar: (trx, d) => rangoPorId(trx, d.contenido.rango ?? ''),
    async dibujar(cargado, d, autoridad) {
      const r = cargado as Rango | undefined;
      if (!r?.autorizado) throw new Error(`The range of document ${d.id} is not authorized`);
      const { resolucion, vigencia } = r.autorizado;
      const { nit, dv, nombre, estado, fecha, demostracion, titulo } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      return renderizarActa({
        formulario: '1876',
        presentacion: {
          titulo,
          secciones: [
            {
              titulo: 'La numeración autorizada',
              filas: [
                { clave: 'Para', valor: MODALIDADES_DE_NUMERACION[r.modalidad].nombre },
                { clave: 'Prefijo', valor: r.prefijo || 'Sin prefijo' },
                { clave: 'Desde el número', valor: enNumeros(r.desde) },
                { clave: 'Hasta el número', valor: enNumeros(r.hasta) },
                { clave: 'Vigente desde', valor: formatearFecha(vigencia.desde) },
                { clave: 'Vigente hasta', valor: formatearFecha(vigencia.hasta) },
              ],
            },
            {
              titulo: 'El software que la usa',
              filas: [
                { clave: 'Nombre', valor: r.software.nombre },
                { clave: 'Identificador', valor: r.software.softwareId },
              ],
            },
            {
              titulo: 'Tenga en cuenta',
              parrafos: [
                'La clave técnica no se imprime: se muestra una sola vez en la oficina, a quien puede firmar por este NIT.',
                'Cada factura lleva el número de esta autorización, el prefijo, el rango y la vigencia (artículo 617 del Estatuto Tributario).',
              ],
            },
          ],
        },
        destacado: {
          rotulo: 'Autorización',
          valor: resolucion,
          debajo: enRango(r),
          filas: [{ clave: 'De', valor: `${nombre}, NIT ${formatearNit(nit, dv)}` }],
        },
        rotulos: {
          asunto: 'Autorización de numeración',
          cierre: 'De dónde sale',
          explicacion:
            'El sello de la oficina cubre todo el documento. Quien lo reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
        },
        firma: [{ clave: 'Expedido', valor: `${formatearFechaHora(d.emitidoEn)}, hora de Colombia` }],
        adjuntos: [],
        generadoEn: d.emitidoEn,
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        demostracion,
      });
    },
    async carta(trx, d) {
      const contacto = await contactoDeTitular(trx, d.titular);
      if (!contacto) return undefined;
      return {
        destino: contacto.correo,
        asunto: 'Su numeración de facturación quedó autorizada',
        texto: [
          `${d.publico.certifica?.frase ?? ''}`,
          '',
          'Adjuntamos la autorización (formato 1876), con el sello de la oficina. Quien la reciba puede comprobarla en',
          `${urlPublica}/verificar/${d.idPublico}`,
          '',
          'La clave técnica no va en este correo: se muestra una sola vez en la oficina, en «Facturación electrónica».',
          '',
          'Si usted no la pidió, entre a la oficina, termine su firma y avise de inmediato.',
        ].join('\n'),
        nombre: `${archivo}-${d.idPublico}.pdf`,
      };
    },
  };
}
