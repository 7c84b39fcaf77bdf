import { FORMULARIOS_VALIDABLES } from '@autogestion/normas/formularios/validar';
import { z } from 'zod';
import { conArchivos } from '../../interfaz/preguntas/index.ts';
import { json, pagina, rechazo, ruta, validar, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { leerDeclaracion } from './leer-declaracion.ts';
import { paginaProbar } from './paginas/probar.tsx';
import { paginaResultado } from './paginas/resultado.tsx';
import { ARCHIVO, ARCHIVO_MAXIMO, LO_ESCRITO } from './preguntas.ts';
import { enApi, probar, ValidacionApi } from './respuesta.ts';

const CAMINO = '/declaraciones/probar';
const valores = z.record(z.string(), z.unknown()).optional();
const DeclaracionApi = z.strictObject({
  anio: z.int().describe('Año gravable'),
  casillas: valores.describe('Valor de cada casilla; también de las calculadas, para compararlas'),
  hechos: valores,
  anexos: valores,
  municipios: z.array(z.unknown()).optional(),
});

/** A return is tried without an account: nothing is kept, and nothing of it is in an address nor in the log. */
export const rutasDeValidar: readonly Ruta[] = [
  ruta({
    acceso: 'publico',
    nombre: 'declaraciones.probar',
    metodo: 'GET',
    camino: CAMINO,
    manejar: async () => pagina(paginaProbar({})),
  }),
  ruta({
    acceso: 'publico',
    nombre: 'declaraciones.ver-prueba',
    metodo: 'POST',
    camino: CAMINO,
    porMinuto: 30,
    multiparte: true,
    maximo: ARCHIVO_MAXIMO,
    invalido: async (p, errores) => paginaProbar({ valores: p.escrito, errores }),
    async manejar(p) {
      const leido = validar(LO_ESCRITO.esquema, p.escrito);
      if (!leido.ok) return rechazo(leido.campos);
      const formulario = leido.datos.formulario;
      const anio = Number(leido.datos.anio);
      const traida = loQueTrae(p, leido.datos.declaracion);
      if (!traida.ok) return traida.rechazo;
      const declaracion = leerDeclaracion(traida.texto);
      if (!declaracion.ok) return rechazo({ [traida.campo]: declaracion.mensaje });
      if ((declaracion.anio ?? anio) !== anio)
        return rechazo({ anio: 'Lo que envió dice otro año. Elija el mismo, o corríjalo.' });
      const hallado = probar(formulario, anio, declaracion.cruda);
      if (typeof hallado === 'string') return rechazo({ anio: hallado });
      return pagina(paginaResultado({ formulario, anio, ...hallado }));
    },
  }),
  ruta({
    acceso: 'publico',
    nombre: 'declaraciones.api-validar',
    metodo: 'POST',
    camino: '/api/v1/declaraciones/:formulario/validar',
    porMinuto: 60,
    maximo: ARCHIVO_MAXIMO,
    parametros: z.object({ formulario: z.enum(FORMULARIOS_VALIDABLES) }),
    cuerpo: DeclaracionApi,
    api: {
      resumen: 'Prueba una declaración sin presentarla',
      etiqueta: 'Declaraciones',
      descripcion:
        'Compara las casillas calculadas que se den con lo que el formulario calcula de las demás. No pide cuenta y no guarda nada. Los valores se redondean al múltiplo de mil (ET 577).',
      respuestas: { 200: ValidacionApi },
    },
    async manejar(p) {
      const { anio, ...cruda } = p.cuerpo;
      const hallado = probar(p.parametros.formulario, anio, cruda);
      return typeof hallado === 'string' ? rechazo({ anio: hallado }) : json(enApi(hallado));
    },
  }),
];

/** The text of the file, or what was pasted where none was chosen. */
function loQueTrae(p: Peticion, pegado: string) {
  if (p.archivos.length === 0) return { ok: true, campo: 'declaracion', texto: pegado } as const;
  const leido = validar(ARCHIVO.esquema, conArchivos(p));
  if (!leido.ok) return { ok: false, rechazo: rechazo(leido.campos) } as const;
  return { ok: true, campo: 'archivo', texto: leido.datos.contenido.toString('utf8') } as const;
}
