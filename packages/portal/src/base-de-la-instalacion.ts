import { definidos } from '@autogestion/normas/definidos';
import { migrar, type Config } from './plataforma/index.ts';
import { iniciarEmbebida } from './plataforma/base-de-datos/embebida/index.ts';

interface BaseAbierta {
  urlAplicacion: string;
  urlPropietario: string;
  cerrar(): Promise<void>;
}

/**
 * The configured PostgreSQL, or the embedded one of the data directory, up to date.
 * @param alPerder the embedded one died and cannot be started again
 */
export async function abrirBase(
  config: Config,
  informar: (linea: string) => void,
  alPerder?: (error: unknown) => void,
): Promise<BaseAbierta> {
  const base = config.baseDeDatos
    ? { ...config.baseDeDatos, cerrar: async () => undefined }
    : await embebida({ directorio: config.directorioDatos, informar, ...definidos({ alPerder }) });
  try {
    const nuevas = await migrar(base.urlPropietario, base.urlAplicacion);
    if (nuevas.length > 0) informar(`Base de datos al día: ${nuevas.length} migraciones aplicadas`);
    return base;
  } catch (error) {
    await base.cerrar();
    throw error;
  }
}

async function embebida(opciones: Parameters<typeof iniciarEmbebida>[0]): Promise<BaseAbierta> {
  const base = await iniciarEmbebida(opciones);
  return {
    urlAplicacion: base.urlAplicacion,
    urlPropietario: base.urlPropietario,
    cerrar: () => base.detener(),
  };
}
