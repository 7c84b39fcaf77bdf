import { fecha } from '../src/fechas/index.ts';
import type { RegistroRut } from '../src/rut/index.ts';

/** A RUT of that type with those codes in box 53 and nothing else worth telling. */
export function rutCon(tipoContribuyente: '1' | '2', ...responsabilidades: string[]): RegistroRut {
  return {
    tipoContribuyente,
    nit: '900123456',
    dv: 8,
    seccional: '32',
    identificacion: {},
    ubicacion: { pais: '169', municipio: '11001', direccion: 'CL 1 2 3', correo: 'a@ejemplo.co' },
    clasificacion: {
      actividadPrincipal: { codigo: '6910', desde: fecha('2020-01-01') },
      otrasActividades: [],
      establecimientos: 1,
      responsabilidades,
      usuariosAduaneros: [],
    },
  };
}
