import type { TipoDePersona } from '@autogestion/normas/simple';
import { json, pagina, rechazo, ruta, type Reloj, type Ruta } from '../../plataforma/index.ts';
import { ElegibilidadApi, ElegibilidadPedida, elegibilidadEnJson, hechosDeLoPedido } from './api.ts';
import { PUEDO_ESTAR } from './direcciones.ts';
import { paginaElegibilidad } from './paginas/elegibilidad.tsx';
import { hechosDeLoRespondido, preguntasDeElegibilidad } from './preguntas.ts';
import { anioDeEntrada, responderElegibilidad } from './responder.ts';

const SIN_UVT = 'Todavía no se conoce la UVT de ese año, con la que se mide el límite de ingresos.';

/** Whether one may be in the SIMPLE, without an account: nothing is kept and nothing of it is in an address. */
export function rutasDeElegibilidad({ reloj }: { reloj: Reloj }): Ruta[] {
  return [
    ...rutasDe('natural', 'puedo-simple', reloj),
    ...rutasDe('juridica', 'puede-simple-sociedad', reloj),
    ruta({
      acceso: 'publico',
      nombre: 'declaraciones.api-elegibilidad-simple',
      metodo: 'POST',
      camino: '/api/v1/declaraciones/simple/elegibilidad',
      porMinuto: 60,
      cuerpo: ElegibilidadPedida,
      api: {
        resumen: 'Si alguien puede estar en el SIMPLE, condición por condición (ET 905, 906 y 914)',
        etiqueta: 'Declaraciones',
        descripcion: 'No pide cuenta y no guarda nada. Lo que no se dice no se sabe, y no cuenta como un sí.',
        respuestas: { 200: ElegibilidadApi },
      },
      async manejar(p) {
        const r = responderElegibilidad(p.cuerpo.tipo, hechosDeLoPedido(p.cuerpo), reloj.hoy());
        return r ? json(elegibilidadEnJson(r)) : rechazo({ hechos: SIN_UVT });
      },
    }),
  ];
}

const rutasDe = (tipo: TipoDePersona, nombre: string, reloj: Reloj): Ruta[] => [
  ruta({
    acceso: 'publico',
    nombre: `declaraciones.${nombre}`,
    metodo: 'GET',
    camino: PUEDO_ESTAR[tipo],
    manejar: async (p) => pagina(paginaElegibilidad({ tipo, hoy: reloj.hoy(), valores: p.escrito })),
  }),
  ruta({
    acceso: 'publico',
    nombre: `declaraciones.ver-${nombre}`,
    metodo: 'POST',
    camino: PUEDO_ESTAR[tipo],
    porMinuto: 60,
    cuerpo: preguntasDeElegibilidad({ tipo, anio: anioDeEntrada(reloj.hoy(), false), abierta: true }).esquema,
    invalido: async (p, errores) =>
      paginaElegibilidad({ tipo, hoy: reloj.hoy(), valores: p.escrito, errores }),
    async manejar(p) {
      const hoy = reloj.hoy();
      const respuesta = responderElegibilidad(tipo, hechosDeLoRespondido(p.cuerpo), hoy);
      if (!respuesta) return rechazo({ ingresos: SIN_UVT });
      return pagina(paginaElegibilidad({ tipo, hoy, valores: p.escrito, respuesta }));
    },
  }),
];
