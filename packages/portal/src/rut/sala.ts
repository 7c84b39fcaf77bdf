import type { Sala } from '../plataforma/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../sello/index.ts';
import { COPIA, tipoCopia } from './copia.ts';
import { enlace } from './enlaces.ts';
import { rutasVersiones } from './rutas-versiones.ts';
import { rutasRut } from './rutas.ts';
import { ENTREGAR_COPIA, trabajosRut } from './trabajos.ts';

export const salaRut: Sala = (e) => ({
  nombre: 'rut',
  pide: TIPOS_DE_DOCUMENTO.llamados(COPIA),
  tipos: TIPOS_DE_DOCUMENTO.de(tipoCopia(e.urlPublica)),
  rutas: [...rutasRut(e), ...rutasVersiones(e)],
  trabajos: trabajosRut(e),
  cuando: { 'sello.documento-sellado': [ENTREGAR_COPIA] },
  enlaces: enlace.nombres,
});
