import type { RegistroIdentidad } from '../cuentas/index.ts';
import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../sello/index.ts';
import { ACTOS_PROPIOS, FORMALIZACION, PRUEBA } from './actos-propios.ts';
import { TIPOS_DE_ACTO } from './actos.ts';
import { DOCUMENTO, tipoActoFirmado } from './documento.ts';
import type { EntornoFirma } from './entorno.ts';
import { firmaDeHoy } from './lo-de-hoy.ts';
import { rutasDeActos } from './rutas-de-actos.ts';
import { rutasPropias } from './rutas-propias.ts';
import { trabajosFirma, TRAS_CAMBIAR_EL_ESTADO } from './trabajos.ts';

export const salaFirma: Sala<Entorno & EntornoFirma & { identidad: RegistroIdentidad }> = (e) => ({
  nombre: 'firma',
  recibe: [TIPOS_DE_ACTO],
  pide: [...TIPOS_DE_ACTO.llamados(FORMALIZACION, PRUEBA), ...TIPOS_DE_DOCUMENTO.llamados(DOCUMENTO)],
  tipos: [
    ...TIPOS_DE_ACTO.de(...ACTOS_PROPIOS),
    ...TIPOS_DE_DOCUMENTO.de(tipoActoFirmado(e.urlPublica)),
    ...LO_DE_HOY.de(firmaDeHoy),
  ],
  rutas: [...rutasPropias({ ...e, registro: e.identidad }), ...rutasDeActos(e)],
  trabajos: trabajosFirma(e),
  cuando: { 'rut.estado-cambiado': [TRAS_CAMBIAR_EL_ESTADO] },
});
