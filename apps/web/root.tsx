import { Outlet, Links } from 'react-router'
export default function Root() { return <html lang="en"><head><Links /></head><body><Outlet /></body></html> }
