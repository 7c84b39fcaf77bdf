import { CIFRAS_DE_MESA } from '../cuentas/index.ts';
import type { EntornoFirma } from '../firma/index.ts';
import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../sello/index.ts';
import { rutasAdjuntos } from './adjuntos/index.ts';
import { tipoAcuse } from './documentos/acuse.ts';
import { tipoDecision } from './documentos/decision.ts';
import { ACUSE, DECISION } from './documentos/tipos.ts';
import { enlace } from './enlaces.ts';
import { tramitesDeHoy } from './lo-de-hoy.ts';
import { cifrasDeTramites } from './mesa/cifras.ts';
import { rutasMesaTramites } from './mesa/rutas.ts';
import { rutasCasos } from './rutas/casos.ts';
import { rutasSolicitud } from './rutas/solicitud.ts';
import { TIPOS_DE_CASO } from './tipos.ts';
import { trabajosTramites } from './trabajos.ts';

export const salaTramites: Sala<Entorno & EntornoFirma> = (e) => ({
  nombre: 'tramites',
  recibe: [TIPOS_DE_CASO],
  pide: TIPOS_DE_DOCUMENTO.llamados(ACUSE, DECISION),
  tipos: [
    ...TIPOS_DE_DOCUMENTO.de(tipoAcuse(e.urlPublica), tipoDecision(e.urlPublica)),
    ...LO_DE_HOY.de(tramitesDeHoy),
    ...CIFRAS_DE_MESA.de(cifrasDeTramites),
  ],
  rutas: [...rutasSolicitud(e), ...rutasCasos(e), ...rutasMesaTramites(e), ...rutasAdjuntos(e)],
  trabajos: trabajosTramites(e),
  enlaces: enlace.nombres,
});
