import { documentoDelActo, rutasParaFirmar, type EntornoFirma } from '../../firma/index.ts';
import { pagina, puede, redirigir, ruta, type Archivos, type Ruta } from '../../plataforma/index.ts';
import { descargarSellado } from '../../sello/index.ts';
import { borradorDe } from '../borrador/index.ts';
import { pendientesDePago } from '../cuenta/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { BASE, DE_BORRADOR, deBorrador, dePresentada } from '../llenar/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { loDeclarado } from '../prellenado/index.ts';
import { declaracionDe } from './declaraciones.ts';
import { DE_PRESENTADA, PRESENTADA } from './direccion.ts';
import { imprimirBorrador } from './imprimir.ts';
import { paginaPresentada } from './paginas/presentada.tsx';
import { loQueSeFirma, loQueSeImprime, presentarDeclaracion } from './presentar-declaracion.ts';

/** Signing and filing a return, its receipt and its PDF. */
export function rutasDePresentar(e: EntornoFirma & { archivos: Archivos }): Ruta[] {
  const dePresentadas = { acceso: 'titular', parametros: DE_PRESENTADA } as const;
  return [
    ...rutasParaFirmar(e, {
      nombre: 'declaraciones.firmar',
      camino: `${BASE}/firmar`,
      acceso: 'titular',
      ambito: DE_DECLARACIONES.presentar,
      intento: 'presentar-declaracion',
      parametros: DE_BORRADOR,
      cargar: (trx, p) => loQueSeFirma(trx, p.parametros.sinPresentar),
      async alFirmar(trx, acto, p) {
        await presentarDeclaracion(trx, { borrador: p.parametros.sinPresentar, acto });
      },
      despues: (_, p) => `/de/${p.parametros.titular}/declaraciones/${p.parametros.sinPresentar}/presentada`,
    }),
    ruta({
      acceso: 'titular',
      parametros: DE_BORRADOR,
      nombre: 'declaraciones.del-borrador',
      metodo: 'GET',
      camino: `${BASE}/presentada`,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const b = await borradorDe(trx, p.parametros.sinPresentar);
          const { titular } = p.parametros;
          if (!b.presentada) return redirigir(deBorrador(titular, b.idPublico));
          const d = await declaracionDe(trx, { id: b.presentada });
          return redirigir(dePresentada(titular, d.idPublico));
        }),
    }),
    ruta({
      acceso: 'titular',
      parametros: DE_BORRADOR,
      nombre: 'declaraciones.descargar-borrador',
      metodo: 'GET',
      camino: `${BASE}/borrador.pdf`,
      porMinuto: 20,
      async manejar(p) {
        const { acto, declarante, ahora } = await p.enTransaccion((trx) =>
          loQueSeImprime(trx, p.parametros.sinPresentar),
        );
        const pdf = await imprimirBorrador(acto, {
          declarante,
          generadoEn: ahora,
          demostracion: e.demostracion,
        });
        return {
          tipo: 'archivo',
          contenido: Buffer.from(pdf),
          media: 'application/pdf',
          nombre: `borrador-${acto.formulario}-${acto.anio}.pdf`,
        };
      },
    }),
    ruta({
      ...dePresentadas,
      nombre: 'declaraciones.presentada',
      metodo: 'GET',
      camino: PRESENTADA,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const d = await declaracionDe(trx, { idPublico: p.parametros.declaracion });
          const documento = await documentoDelActo(trx, p.titular, d.actoId);
          return pagina(
            paginaPresentada({
              d,
              titular: p.parametros.titular,
              sellado: documento?.sellado !== undefined,
              pendiente: (await pendientesDePago(trx))(d),
              hoy: trx.hoy,
              puedeCorregir: puede(p.actor, p.titular, DE_DECLARACIONES.llenar),
              pasado: await loDeclarado(trx, { formulario: d.formulario, anio: d.anio - 1 }),
            }),
          );
        }),
    }),
    ruta({
      ...dePresentadas,
      nombre: 'declaraciones.descargar',
      metodo: 'GET',
      camino: `${PRESENTADA}/pdf`,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const d = await declaracionDe(trx, { idPublico: p.parametros.declaracion });
          return descargarSellado(trx, await documentoDelActo(trx, p.titular, d.actoId), {
            archivos: e.archivos,
            accion: 'declaraciones.descargar',
            sinSellar: erroresDeDeclaraciones.pdfSinHacer,
          });
        }),
    }),
  ];
}
