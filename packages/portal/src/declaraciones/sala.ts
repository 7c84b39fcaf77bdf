import type { Entorno, Sala } from '../plataforma/index.ts';
import { TIPOS_DE_ACTO, type EntornoFirma } from '../firma/index.ts';
import { LO_DE_HOY, TRAMITES_OFRECIDOS } from '../rut/index.ts';
import { trabajoAvisarSinFirmar } from './avisos/index.ts';
import { rutasDeComparar } from './comparar/index.ts';
import { rutasDeClientes } from './clientes/index.ts';
import { rutasDeCorregir } from './corregir/index.ts';
import { rutasDeDeboDeclarar } from './debo-declarar/index.ts';
import { rutasDeElegibilidad } from './elegibilidad/index.ts';
import { rutasDeEntrevista } from './entrevista/index.ts';
import { rutasDeHistoria } from './historia/index.ts';
import { declaracionesDeHoy, rutasDeLista } from './lista/index.ts';
import {
  rutasDeAnexo,
  rutasDeDescartar,
  rutasDeLlenar,
  rutasDePedirFirma,
  rutasDeSancion,
} from './llenar/index.ts';
import { rutasDePresentar, TIPO_PRESENTAR } from './presentar/index.ts';
import { rutasDeProgramas } from './programas/index.ts';
import { OFRECIDO, rutasDeRegimen, TIPO_REGIMEN } from './regimen/index.ts';
import { rutasDeValidar } from './validar/index.ts';

/** Returns: filling them, filing them, and what was filed. */
export const salaDeclaraciones: Sala<Entorno & EntornoFirma> = (e) => ({
  nombre: 'declaraciones',
  tipos: [
    ...TIPOS_DE_ACTO.de(TIPO_PRESENTAR, TIPO_REGIMEN),
    ...TRAMITES_OFRECIDOS.de(OFRECIDO),
    ...LO_DE_HOY.de(declaracionesDeHoy),
  ],
  trabajos: [trabajoAvisarSinFirmar(e)],
  rutas: [
    ...rutasDeDeboDeclarar(e),
    ...rutasDeElegibilidad(e),
    ...rutasDeComparar,
    ...rutasDeRegimen(e),
    ...rutasDeValidar,
    ...rutasDeLista,
    ...rutasDeLlenar,
    ...rutasDeAnexo,
    ...rutasDeSancion,
    ...rutasDeEntrevista,
    ...rutasDePresentar(e),
    ...rutasDeHistoria,
    ...rutasDeCorregir,
    ...rutasDeProgramas(e),
    ...rutasDePedirFirma(e),
    ...rutasDeClientes(e),
    ...rutasDeDescartar,
  ],
});
