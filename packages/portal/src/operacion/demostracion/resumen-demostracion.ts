import { formatearDocumento } from '@autogestion/normas/documentos-identidad';
import { INVITACION_HORAS } from '../../cuentas/index.ts';
import { FUNCIONARIOS } from './funcionarios.ts';
import { cuentasInscritas, cuentasPorInscribir, type CuentaDemo } from './cuentas.ts';

/** What the terminal shows when the demonstration is ready: with whom to try it and where the codes are read. */
export function resumenDemostracion(urlPublica: string): string {
  return [
    'Demostración: personas, números y documentos ficticios.',
    `Los códigos que pide llegan a ${urlPublica}/operacion/buzon`,
    '',
    `Para inscribirse en el RUT (${urlPublica}/rut/inscripcion):`,
    ...tabla(cuentasPorInscribir()),
    '',
    `Ya inscritas, para entrar con su documento (${urlPublica}/entrar):`,
    ...tabla(cuentasInscritas()),
    '',
    `Funcionarios: ${FUNCIONARIOS.map((f) => f.usuario).join(', ')}. Su invitación está en el buzón y sirve ${INVITACION_HORAS} horas;`,
    `después de elegir contraseña y poner una aplicación de códigos, atienden en ${urlPublica}/mesa`,
    '',
    'Ctrl-C la cierra.',
    '',
  ].join('\n');
}

const TITULOS = ['Qué muestra', 'Documento', 'Apellidos', 'Nombres', 'Expedido'];

function tabla(cuentas: readonly CuentaDemo[]): string[] {
  const filas = [
    TITULOS,
    ...cuentas.map((c) => [
      c.muestra,
      formatearDocumento(c.tipoDocumento, c.numero),
      c.apellidos,
      c.nombres,
      c.fechaExpedicion,
    ]),
  ];
  const anchos = TITULOS.map((_, i) => Math.max(...filas.map((f) => f[i]?.length ?? 0)));
  return filas.map((f) => `  ${f.map((celda, i) => celda.padEnd(anchos[i] ?? 0)).join('  ')}`.trimEnd());
}
