import { z } from 'zod';
import { conArchivos } from '../../interfaz/preguntas/index.ts';
import {
  json,
  pagina,
  rechazo,
  ruta,
  validar,
  type EnTransaccion,
  type Peticion,
  type Reloj,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { clientesDe } from './cliente.ts';
import { tablaDeClientes, tablaEnCsv } from './la-tabla.ts';
import { deObjeto, leerLote, type ClienteDeLote } from './leer-lote.ts';
import { paginaClientes } from './paginas/clientes.tsx';
import { paginaLote } from './paginas/lote.tsx';
import { paginaPreparar } from './paginas/preparar.tsx';
import { prepararLote } from './preparar-lote.ts';
import { ARCHIVO, ARCHIVO_MAXIMO, DEMASIADO, LOTE } from './preguntas.ts';
import { DeUnClienteApi, enApi, LoteApi, ResultadoApi } from './respuesta.ts';

const PREPARAR = '/clientes/preparar';
/** House rule: clients written in one press, so that none waits for long without seeing how it goes. */
const POR_VEZ = 25;

/** For whoever acts for many: their clients in one table, and their returns prepared together. */
export function rutasDeClientes(e: { enTransaccion: EnTransaccion; reloj: Reloj }): readonly Ruta[] {
  const preparar = async (p: Peticion, clientes: readonly ClienteDeLote[], escribir: boolean) =>
    prepararLote(e, p, { clientes, mios: await clientesDe(p), escribir });
  return [
    ruta({
      acceso: 'persona',
      nombre: 'declaraciones.clientes',
      metodo: 'GET',
      camino: '/clientes',
      porMinuto: 30,
      manejar: async (p) => pagina(paginaClientes(await tablaDeClientes(e, p))),
    }),
    ruta({
      acceso: 'persona',
      nombre: 'declaraciones.clientes-en-csv',
      metodo: 'GET',
      camino: '/clientes/tabla.csv',
      porMinuto: 10,
      manejar: async (p) => ({
        tipo: 'archivo',
        contenido: Buffer.from(tablaEnCsv(await tablaDeClientes(e, p))),
        media: 'text/csv; charset=utf-8',
        nombre: 'clientes.csv',
      }),
    }),
    ruta({
      acceso: 'persona',
      nombre: 'declaraciones.preparar-clientes',
      metodo: 'GET',
      camino: PREPARAR,
      manejar: async () => pagina(paginaPreparar({})),
    }),
    ruta({
      acceso: 'persona',
      nombre: 'declaraciones.ver-lote',
      metodo: 'POST',
      camino: PREPARAR,
      porMinuto: 20,
      multiparte: true,
      maximo: ARCHIVO_MAXIMO,
      invalido: async (p, errores) => paginaPreparar({ valores: p.escrito, errores }),
      async manejar(p): Promise<Respuesta> {
        const traido = loQueTrae(p);
        if (!traido.ok) return traido.rechazo;
        const leido = leerLote(traido.texto);
        if (!leido.ok) return rechazo({ [traido.campo]: leido.mensaje });
        const resultados = await preparar(p, leido.clientes, false);
        return pagina(paginaLote({ paso: 'previa', resultados, texto: traido.texto }));
      },
    }),
    ruta({
      acceso: 'persona',
      nombre: 'declaraciones.preparar-lote',
      metodo: 'POST',
      camino: `${PREPARAR}/guardar`,
      intento: 'guardar-declaracion',
      porMinuto: 60,
      maximo: 3 * ARCHIVO_MAXIMO,
      cuerpo: z.object({
        lote: z.string().max(ARCHIVO_MAXIMO),
        desde: z.coerce.number().int().min(0).max(100_000).default(0),
      }),
      invalido: async (_, errores) =>
        paginaPreparar({ errores: { declaraciones: errores.lote ?? errores._ ?? '' } }),
      async manejar(p): Promise<Respuesta> {
        const { lote, desde } = p.cuerpo;
        const leido = leerLote(lote);
        if (!leido.ok) return rechazo({ lote: leido.mensaje });
        const tramo = leido.clientes.slice(desde, desde + POR_VEZ);
        const resultados = await preparar(p, tramo, true);
        const van = desde + tramo.length;
        return pagina(
          paginaLote({ paso: 'guardado', resultados, texto: lote, van, total: leido.clientes.length }),
        );
      },
    }),
    ruta({
      acceso: 'persona',
      nombre: 'declaraciones.api-clientes',
      metodo: 'GET',
      camino: '/api/v1/clientes/declaraciones',
      porMinuto: 30,
      api: {
        resumen: 'Las declaraciones de sus clientes, por fecha de vencimiento',
        etiqueta: 'Declaraciones',
        respuestas: { 200: DeUnClienteApi },
      },
      manejar: async (p) => json(enApi(await tablaDeClientes(e, p))),
    }),
    ruta({
      acceso: 'persona',
      nombre: 'declaraciones.api-preparar-clientes',
      metodo: 'POST',
      camino: '/api/v1/clientes/declaraciones',
      intento: 'guardar-declaracion',
      porMinuto: 20,
      maximo: ARCHIVO_MAXIMO,
      cuerpo: LoteApi,
      api: {
        resumen: 'Prepara en lote las declaraciones de sus clientes',
        etiqueta: 'Declaraciones',
        descripcion:
          'De cada cliente se guarda todo o nada: si algo suyo está mal, no se guarda nada de ese cliente y lo de los demás sí. Con `ensayo` no se guarda nada. Repetirlo no cambia nada más. Firma cada cliente.',
        respuestas: { 200: ResultadoApi },
      },
      async manejar(p): Promise<Respuesta> {
        const leido = deObjeto(p.cuerpo);
        if (!leido.ok) return rechazo({ declaraciones: leido.mensaje });
        return json({ clientes: await preparar(p, leido.clientes, !p.cuerpo.ensayo) });
      },
    }),
  ];
}

/** The text of the file, or what was pasted where none was chosen. */
function loQueTrae(p: Peticion) {
  const escrito = validar(LOTE.esquema, p.escrito);
  if (p.archivos.length === 0)
    return escrito.ok
      ? ({ ok: true, campo: 'declaraciones', texto: escrito.datos } as const)
      : ({ ok: false, rechazo: rechazo(escrito.campos) } as const);
  const leido = validar(ARCHIVO.esquema, conArchivos(p));
  if (!leido.ok) return { ok: false, rechazo: rechazo(leido.campos) } as const;
  const { contenido } = leido.datos;
  if (contenido.length > ARCHIVO_MAXIMO)
    return { ok: false, rechazo: rechazo({ archivo: DEMASIADO }) } as const;
  return { ok: true, campo: 'archivo', texto: contenido.toString('utf8') } as const;
}
