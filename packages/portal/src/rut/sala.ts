import type { Sala } from '../plataforma/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../sello/index.ts';
import { COPIA, tipoCopia } from './copia.ts';
import { rutasVersiones } from './rutas-versiones.ts';
import { rutasRut } from './rutas.ts';
import { estadoDeHoy } from './estado-de-hoy.ts';
import { LO_DE_HOY } from './lo-de-hoy.ts';
import { TRAMITES_OFRECIDOS } from './tramites-ofrecidos.ts';

export const salaRut: Sala = (e) => ({
  nombre: 'rut',
  recibe: [TRAMITES_OFRECIDOS, LO_DE_HOY],
  pide: TIPOS_DE_DOCUMENTO.llamados(COPIA),
  tipos: [...TIPOS_DE_DOCUMENTO.de(tipoCopia(e.urlPublica)), ...LO_DE_HOY.de(estadoDeHoy)],
  rutas: [...rutasRut(e), ...rutasVersiones(e)],
});
