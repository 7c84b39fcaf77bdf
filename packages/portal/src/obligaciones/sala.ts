import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import type { EntornoSello } from '../sello/index.ts';
import { deCasos } from '../tramites/index.ts';
import { rutasCertificados, tiposDeCertificado } from './certificados/index.ts';
import { enlace } from './enlaces.ts';
import { obligacionesDeHoy, rutasEstado } from './estado/index.ts';
import { rutasMesaObligaciones } from './mesa/index.ts';
import { salaDePagos, type EntornoDeObligaciones } from './pagos/index.ts';
import { MEDIDAS_DEL_CUADRE, rutasRecaudo, trabajoAsentarRecaudo, trabajoCuadrar } from './recaudo/index.ts';
import { rutasYaPague, tipoAbonado, tipoAOtroNit, tipoNoVisto } from './ya-pague/index.ts';

export const salaObligaciones: Sala<Entorno & EntornoSello & EntornoDeObligaciones> = (e) => {
  const pagos = salaDePagos(e);
  return {
    ...pagos,
    nombre: 'obligaciones',
    tipos: [
      ...LO_DE_HOY.de(obligacionesDeHoy),
      ...tiposDeCertificado(e.urlPublica),
      ...pagos.tipos,
      ...deCasos(tipoAbonado, tipoNoVisto, tipoAOtroNit),
    ],
    rutas: [
      ...rutasEstado(e),
      ...pagos.rutas,
      ...rutasRecaudo,
      ...rutasYaPague(e),
      ...rutasCertificados(e),
      ...rutasMesaObligaciones,
    ],
    trabajos: [...pagos.trabajos, trabajoAsentarRecaudo, trabajoCuadrar({ urlPublica: e.urlPublica })],
    medidas: MEDIDAS_DEL_CUADRE,
    enlaces: enlace.nombres,
  };
};
