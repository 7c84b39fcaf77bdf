import { digitoDeVerificacion, RANGO_NIT_SIN_CEDULA } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { crearFuncionario, guardarIdentidades } from '../../cuentas/index.ts';
import { llamar, uuidv7, type EnTransaccion, type Transaccion } from '../../plataforma/index.ts';
import { pedirFacturasDeDemostracion } from '../../facturas/index.ts';
import { inscribir, nuevoNit, type EstadoRut } from '../../rut/index.ts';
import {
  CANCELADOS,
  cuentasInscritas,
  identidadesPorInscribir,
  JURIDICAS,
  NATURALES,
  SUSPENDIDOS,
} from './cuentas.ts';
import { comprasDeDemostracion } from './compras.ts';
import { empresaDemo } from './empresa.ts';
import { FUNCIONARIOS } from './funcionarios.ts';
import { personaDemo } from './persona.ts';
import { sembrarDeudas } from './sembrar-deudas.ts';
import { sembrarReporteDeEmpresa, sembrarReportes } from './sembrar-reportes.ts';

export { resumenDemostracion } from './resumen-demostracion.ts';

/**
 * The fictional taxpayers and the identity registry of the demonstration, once in the life of a database and all in one
 * transaction: a start that is interrupted leaves none. Their copies are sealed afterwards, by jobs.
 * Officials come with them: each has an invitation in the mailbox, as any official does.
 * @param enTransaccion transactions of the owner's role.
 * @returns how many were sown; 0 when they already were.
 */
export async function sembrarDemostracion(enTransaccion: EnTransaccion, urlPublica: string): Promise<number> {
  return enTransaccion({ tipo: 'sistema', trabajo: 'sembrar' }, async (trx) => {
    if (!(await reservar(trx))) return 0;
    const personas = desdeUno(NATURALES).map(personaDemo);
    await guardarIdentidades(trx, [...personas.map((p) => p.identidad), ...identidadesPorInscribir()]);
    const deMuestra = new Set(cuentasInscritas().map((c) => c.numero));
    const mostradas: string[] = [];
    for (const [i, { registro, identidad, oficio }] of personas.entries()) {
      const conNumero = await conNit(trx, registro);
      const estado = estadoFinal(i + 1, 'naturales');
      const titular = await sembrarUno(trx, conNumero, estado);
      const seMuestra = deMuestra.has(identidad.numero);
      if (seMuestra && estado !== 'cancelado') mostradas.push(conNumero.nit);
      if (estado !== 'cancelado' && (seMuestra || tieneDeudas(i + 1))) {
        await sembrarDeudas(trx, { titular, registro: conNumero, deMuestra: seMuestra });
        await sembrarReportes(trx, { n: i + 1, titular, nit: conNumero.nit, oficio });
      }
    }
    for (const n of desdeUno(JURIDICAS)) {
      const registro = empresaDemo(n);
      const titular = await sembrarUno(trx, registro, estadoFinal(n, 'juridicas'));
      if (n === 1) await sembrarReporteDeEmpresa(trx, { titular, registro, de: mostradas });
      if (tieneDeudas(n)) await sembrarDeudas(trx, { titular, registro, deMuestra: false });
    }
    await pedirFacturasDeDemostracion(trx, comprasDeDemostracion(trx.hoy));
    for (const f of FUNCIONARIOS) await crearFuncionario(trx, f, urlPublica);
    return NATURALES + JURIDICAS;
  });
}

/** The row that whoever comes second waits for: then it is there, or the first one failed and left it free. */
async function reservar(trx: Transaccion): Promise<boolean> {
  const { rows } = await sql`insert into operacion.siembra (nombre, contribuyentes, sembrada_en)
    values ('demostracion', ${NATURALES + JURIDICAS}, ${trx.ahora}) on conflict do nothing returning 1`.execute(
    trx.bd,
  );
  return rows.length > 0;
}

async function conNit(
  trx: Transaccion,
  registro: ReturnType<typeof personaDemo>['registro'],
): Promise<RegistroRut> {
  const nit = registro.nit ?? (await nuevoNit(trx, RANGO_NIT_SIN_CEDULA));
  return { ...registro, nit, dv: digitoDeVerificacion(nit) };
}

async function sembrarUno(trx: Transaccion, registro: RegistroRut, estado: EstadoRut): Promise<string> {
  const { titular } = await inscribir(trx, {
    registro,
    demostracion: true,
    correoUnico: registro.tipoContribuyente === '2',
    // Nobody reads these mailboxes, and two hundred messages would hide the codes of who tries the demonstration.
    entregarCopia: false,
  });
  if (estado === 'activo') return titular;
  await llamar(trx, 'rut.insertar_cambio_estado', {
    id: uuidv7(trx.ahora),
    titular,
    estado,
    desde: trx.hoy,
    acto: 'Acto ficticio de la demostración',
    ahora: trx.ahora,
  });
  return titular;
}

function estadoFinal(n: number, clase: 'naturales' | 'juridicas'): EstadoRut {
  if (SUSPENDIDOS[clase].some((m) => m === n)) return 'suspendido';
  return CANCELADOS[clase].some((m) => m === n) ? 'cancelado' : 'activo';
}

/** The ledger of one in five is not empty: enough to try it, without a start that waits. */
const tieneDeudas = (n: number): boolean => n % 5 === 1;

const desdeUno = (cuantos: number) => Array.from({ length: cuantos }, (_, i) => i + 1);
