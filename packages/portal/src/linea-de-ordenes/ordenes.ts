import { leerConfig, verificarAuditoria } from '../plataforma/index.ts';
import { importarIdentidad } from '../cuentas/index.ts';
import { confiarEnEmisor, dejarDeConfiar } from '../facturas/index.ts';
import { importarDeAntes } from '../declaraciones/index.ts';
import { sembrarDemostracion } from '../operacion/index.ts';
import { servir } from '../servir.ts';
import { conLaBase, trabajar } from './base.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { ordenAutoridadRenovar } from './autoridad.ts';
import { contenidoDe, ordenConArchivo } from './con-archivo.ts';
import { ordenCorreccion } from './correccion.ts';
import { ordenFacilidad } from './facilidad.ts';
import { ordenFacturaCufe, ordenFacturaVerificar } from './factura.ts';
import { ordenFormulario } from './formulario.ts';
import { ordenImputacion } from './imputacion.ts';
import { ordenInteres } from './interes.ts';
import { ordenFuncionarioCrear, ordenFuncionarioRetirar } from './funcionario.ts';
import { ordenNit } from './nit.ts';
import { ordenPoblacion } from './poblacion.ts';
import { ordenRecaudoImportar } from './recaudo.ts';
import { ordenSancion } from './sancion/index.ts';
import { ordenTercerosValidar } from './terceros.ts';
import { ordenTermino } from './termino.ts';
import { ordenVencimientos } from './vencimientos.ts';
import { ordenVerificar } from './verificar.ts';

export const ORDENES: Record<string, Orden> = {
  servir: {
    uso: 'servir',
    ayuda: 'Abre la oficina: páginas, API y trabajos',
    opciones: {},
    async ejecutar({ entorno }) {
      await servir(entorno);
      return 0;
    },
  },
  trabajar: {
    uso: 'trabajar',
    ayuda: 'Solo los trabajos: sellos, correos, limpieza',
    opciones: {},
    async ejecutar({ entorno }) {
      await trabajar(entorno);
      return 0;
    },
  },
  migrar: {
    uso: 'migrar',
    ayuda: 'Pone la base de datos al día',
    opciones: {},
    // Opening the database migrates it.
    ejecutar: ({ entorno }) => conLaBase(entorno, async () => 0),
  },
  sembrar: {
    uso: 'sembrar',
    ayuda: 'Siembra los datos ficticios de la demostración, una sola vez',
    opciones: {},
    async ejecutar({ entorno }) {
      if (!leerConfig(entorno).demo) {
        throw new ErrorDeUso(
          'sin-demostracion',
          'Esta instalación no es una demostración (DEMO=1): no se siembra nada ficticio.',
        );
      }
      return conLaBase(entorno, async (enTransaccion) => {
        const n = await sembrarDemostracion(enTransaccion, leerConfig(entorno).urlPublica);
        console.error(n > 0 ? `${n} contribuyentes ficticios` : 'La demostración ya estaba sembrada');
        return 0;
      });
    },
  },
  'importar identidad': ordenConArchivo({
    uso: 'importar identidad ARCHIVO.csv',
    ayuda: 'Carga el registro de identidad',
    obra: importarIdentidad,
    hecho: (n) => `${n} personas cargadas`,
  }),
  'importar declaraciones': ordenConArchivo({
    uso: 'importar declaraciones ARCHIVO.jsonl',
    ayuda: 'Carga declaraciones presentadas antes de que existiera esta oficina',
    detalle:
      'Un objeto JSON por renglón: nit, formulario, anio, periodo, numero, presentada, casillas y hechos. Se sugieren en la del año siguiente.',
    obra: importarDeAntes,
    hecho: (n) => `declaraciones nuevas: ${n}`,
  }),
  'certificadora confiar': ordenConArchivo({
    uso: 'certificadora confiar CERTIFICADO.pem',
    ayuda: 'Confía en quien expide certificados para firmar facturas electrónicas',
    obra: async (trx, archivo) => confiarEnEmisor(trx, await contenidoDe(archivo)),
    hecho: (nombre) => `La oficina confía en ${nombre}`,
  }),
  'certificadora retirar': ordenConArchivo({
    uso: 'certificadora retirar CERTIFICADO.pem',
    ayuda: 'Deja de confiar en él; lo ya recibido queda como se juzgó',
    obra: async (trx, archivo) => dejarDeConfiar(trx, await contenidoDe(archivo)),
    hecho: (nombre) => `La oficina ya no confía en ${nombre}`,
  }),
  'auditoria verificar': {
    uso: 'auditoria verificar [--json]',
    ayuda: 'Recorre la cadena de la auditoría y dice si está entera',
    opciones: { json: { type: 'boolean' } },
    ejecutar: ({ entorno, opciones }) =>
      conLaBase(entorno, async (enTransaccion) => {
        const informe = await enTransaccion({ tipo: 'sistema', trabajo: 'auditoria' }, (trx) =>
          verificarAuditoria(trx),
        );
        if (opciones.json) console.log(JSON.stringify(informe));
        else {
          console.log(`${informe.eslabones} entradas encadenadas, ${informe.sinSellar} por sellar`);
          console.log(
            informe.falla
              ? `ROTA en el eslabón ${informe.falla.eslabon}: ${informe.falla.motivo}`
              : 'La cadena está entera',
          );
          console.log(`Cabeza: ${informe.cabeza}`);
        }
        return informe.falla ? 1 : 0;
      }),
  },
  'autoridad renovar': ordenAutoridadRenovar,
  'funcionario crear': ordenFuncionarioCrear,
  'funcionario retirar': ordenFuncionarioRetirar,
  'recaudo importar': ordenRecaudoImportar,
  verificar: ordenVerificar,
  nit: ordenNit,
  'factura cufe': ordenFacturaCufe,
  'factura verificar': ordenFacturaVerificar,
  'terceros validar': ordenTercerosValidar,
  formulario: ordenFormulario,
  vencimientos: ordenVencimientos,
  sancion: ordenSancion,
  interes: ordenInteres,
  imputacion: ordenImputacion,
  termino: ordenTermino,
  facilidad: ordenFacilidad,
  correccion: ordenCorreccion,
  poblacion: ordenPoblacion,
};
