import { iniciarComponentes } from './componentes.ts';
import { vigilarCondicionales } from './condicionales.ts';
import { vigilarEnvios } from './envio.ts';
import { ElementoRegion } from './region.ts';
import { vigilarSesion } from './sesion.ts';
import { ElementoSelector } from './selector/elemento.tsx';

iniciarComponentes();
vigilarCondicionales();
vigilarEnvios();
vigilarSesion();
customElements.define('ag-selector', ElementoSelector);
customElements.define('ag-region', ElementoRegion);
