import type { Entorno, Sala } from '../plataforma/index.ts';
import type { Autoridad } from './autoridad.ts';
import { enlace } from './enlaces.ts';
import { ENTREGAR } from './entregar-documento.ts';
import { rutasVerificar } from './rutas.ts';
import { TIPOS_DE_DOCUMENTO } from './tipos.ts';
import { trabajosSello } from './trabajos.ts';
import type { EstadoHoy, ListaDeRevocados } from './verificar-documento.ts';

/** What this room needs besides: the office's seal, and what rooms below know of a holder and of signatures. */
export interface EntornoSello extends Entorno {
  autoridad: Autoridad;
  estadoHoy: EstadoHoy;
  listaDeRevocados: ListaDeRevocados;
}

export const salaSello: Sala<EntornoSello> = (e) => ({
  nombre: 'sello',
  recibe: [TIPOS_DE_DOCUMENTO],
  rutas: rutasVerificar(e),
  trabajos: trabajosSello(e),
  cuando: { 'sello.documento-sellado': [ENTREGAR] },
  enlaces: enlace.nombres,
});
