import { z } from 'zod';
import {
  errores,
  FORMA_ID_PUBLICO,
  pagina,
  ruta,
  type Archivos,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { descargarSellado, documentoDeClave } from '../../sello/index.ts';
import { enlace } from '../enlaces.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { leerLibro } from '../libro/index.ts';
import { facilidadPorIdPublico, type Facilidad } from './consultas.ts';
import { claveDeCierre, claveDeResolucion } from './documentos.ts';
import { paginaFacilidad } from './paginas/facilidad.tsx';
import { recibosDeFacilidad } from './recibos.ts';
import { debeEnElLibro, seguir } from './seguimiento.ts';

const UNA = z.object({ titular: z.string(), facilidad: z.string().regex(FORMA_ID_PUBLICO) });
type P = Peticion<z.output<typeof UNA>>;
const CAMINO = '/de/:titular/obligaciones/facilidades/:facilidad';

const DOCUMENTOS = {
  resolucion: { nombre: 'La resolución que la concede', clave: claveDeResolucion },
  constancia: { nombre: 'La constancia de que está pagada', clave: claveDeCierre },
} as const;
type CualDocumento = keyof typeof DOCUMENTOS;

/** The page of a facility, and its documents. */
export function rutasDeUnaFacilidad(o: { archivos: Archivos }): Ruta[] {
  const comun = { acceso: 'titular', metodo: 'GET', parametros: UNA } as const;
  const descargar = (cual: CualDocumento) =>
    ruta({
      ...comun,
      nombre: `obligaciones.facilidad-${cual}`,
      camino: `${CAMINO}/${cual}.pdf`,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const f = await laFacilidad(trx, p);
          const d = await documentoDeClave(trx, p.titular, DOCUMENTOS[cual].clave(f));
          return descargarSellado(trx, d, {
            archivos: o.archivos,
            accion: 'obligaciones.descargar-documento-de-facilidad',
            sinSellar: erroresDeObligaciones.documentoSinHacer,
          });
        }),
    });
  return [
    ruta({
      ...comun,
      nombre: 'obligaciones.ver-facilidad',
      camino: CAMINO,
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    descargar('resolucion'),
    descargar('constancia'),
  ];
}

async function laFacilidad(trx: Transaccion, p: P): Promise<Facilidad> {
  const f = await facilidadPorIdPublico(trx, p.parametros.facilidad);
  if (!f || f.titular !== p.titular) throw errores.noEncontrado();
  return f;
}

async function mostrar(p: P): Promise<string> {
  const { titular } = p.parametros;
  const base = `/de/${titular}`;
  const camino = CAMINO.replace(':titular', titular).replace(':facilidad', p.parametros.facilidad);
  const datos = await p.enTransaccion(async (trx) => {
    const f = await laFacilidad(trx, p);
    const documentos = [];
    for (const [cual, { nombre, clave }] of Object.entries(DOCUMENTOS)) {
      const d = await documentoDeClave(trx, p.titular, clave(f));
      if (d) documentos.push({ href: `${camino}/${cual}.pdf`, nombre, sellado: d.sellado !== undefined });
    }
    const libro = await leerLibro(trx);
    return {
      f,
      documentos,
      hoy: trx.hoy,
      estado: seguir(libro, f, trx.hoy),
      enElLibro: { debe: debeEnElLibro(libro, f, trx.hoy), href: `${base}/obligaciones` },
      recibos: await recibosDeFacilidad(trx, f),
    };
  });
  return paginaFacilidad({
    ...datos,
    base,
    camino,
    recibo(cuota) {
      const numero = datos.recibos.get(cuota);
      return numero === undefined
        ? undefined
        : { numero, href: enlace('obligaciones.recibo', { titular, recibo: numero }) };
    },
  });
}
